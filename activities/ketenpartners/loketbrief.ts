import type { Contact, Loketgegevens } from '#db/queries/loketten.ts';

import type { Brief } from '../post/brief.ts';
import { METGEZEL, VAN_SIGNAALPUNT } from '../post/teksten/zinnen.ts';

/** Who changed the directory, and whom to call about it. */
export interface Wijziger {
  id: string;
  naam: string;
  telefoon: string;
}

/** What the person behind an address must know of a change of the directory. */
export interface Loketmededeling {
  adres: string;
  brief: Brief;
}

/**
 * The letters about a change of one desk, one for each address that is, or was, in it: whoever moves the post of an organisatie
 * cannot do so without its old address hearing of it. None where nothing changed. null means that there was, or is, no desk.
 */
export function loketbrieven(
  organisatie: string,
  voor: Loketgegevens | null,
  na: Loketgegevens | null,
  wie: Wijziger,
): Loketmededeling[] {
  const gezien = new Set<string>();
  return PLAATSEN.flatMap((plaats) => verschil(voor?.[plaats] ?? null, na?.[plaats] ?? null, plaats))
    .filter(({ adres }) => !gezien.has(adres.toLowerCase()) && gezien.add(adres.toLowerCase()))
    .map(({ adres, zinnen }) => ({ adres, brief: brief(zinnen, organisatie, (na ?? voor)?.naam ?? '', wie) }));
}

const PLAATSEN = ['contact', 'escalatie'] as const;

type Plaats = (typeof PLAATSEN)[number];

function verschil(oud: Contact | null, nieuw: Contact | null, plaats: Plaats): { adres: string; zinnen: string[] }[] {
  if (JSON.stringify(oud) === JSON.stringify(nieuw)) return [];
  const blijft = oud !== null && nieuw !== null && zelfdeAdres(oud, nieuw);
  if (blijft)
    return [
      {
        adres: nieuw.email,
        zinnen: [`De gegevens bij dit adres zijn gewijzigd. Er staat nu: ${nieuw.naam}, ${nieuw.telefoon}.`],
      },
    ];
  return [
    ...(oud === null ? [] : [{ adres: oud.email, zinnen: [VERTREKT[plaats], LOPEND] }]),
    ...(nieuw === null ? [] : [{ adres: nieuw.email, zinnen: [KOMT[plaats]] }]),
  ];
}

function zelfdeAdres(een: Contact, ander: Contact): boolean {
  return een.email.toLowerCase() === ander.email.toLowerCase();
}

const VERTREKT: Record<Plaats, string> = {
  contact: 'Nieuwe vragen komen niet meer op dit adres binnen.',
  escalatie: 'Dit adres krijgt geen mail meer als het loket een vraag niet beantwoordt.',
};
const KOMT: Record<Plaats, string> = {
  contact: 'Nieuwe vragen over knelpunten van gezinnen komen voortaan op dit adres binnen.',
  escalatie: 'Beantwoordt het loket een vraag niet op tijd? Dan komt die vraag op dit adres binnen.',
};
const LOPEND = 'Vragen die er al waren, blijven waar ze nu zijn.';

function brief(zinnen: readonly string[], organisatie: string, loket: string, { naam, telefoon }: Wijziger): Brief {
  return {
    onderwerp: `Gewijzigd: ${loket} van ${organisatie}`,
    aanhef: 'Goedendag,',
    alineas: [
      `${METGEZEL} Loopt een gezin vast bij een organisatie, dan stellen wij daar een vraag. In ons adresboek is iets gewijzigd bij ${loket} van ${organisatie}.`,
      zinnen.join(' '),
      `Klopt dit niet? Bel dan meteen ${naam}, die dit heeft gewijzigd.`,
    ],
    gegevens: [{ naam, waarde: telefoon, telefoon }],
    groepen: [],
    knop: null,
    voet: [VAN_SIGNAALPUNT],
  };
}
