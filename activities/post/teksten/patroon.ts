import type { Patroonstap } from '#domain/beleid/patroonbeleid.ts';
import { PATROONSTAPNAMEN } from '#domain/patroon/zinnen.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import type { Patroonberichtsoort } from '../../schrijven/patroonpost.ts';
import { belgegevens, type Brief, type Gegeven } from '../brief.ts';
import type { Belcontact } from '../contacten.ts';

/** All that a mail may know of a patroon. What it is about is not in it and so cannot be sent. */
export interface Patroonzaak {
  nummer: string;
  /** The step that the mail is about; of a patroon that became somebody's the fase. */
  stap: Patroonstap;
  /** The body that was asked, in words; null where the step is of none. */
  orgaan: string | null;
  /** The last Amsterdam date of that step. */
  laatsteDag: Datum;
  eigenaar: Belcontact;
  /** Who did it; null for the clock. */
  door: Belcontact | null;
}

type Woorden = Pick<Brief, 'onderwerp' | 'alineas' | 'gegevens'> & { waarom: string };

/** What a mail about a patroon says. */
export const PATROONTEKSTEN: Readonly<Record<Patroonberichtsoort, (zaak: Patroonzaak) => Woorden>> = {
  patroon_aan_u: ({ nummer, stap, laatsteDag, door }) => ({
    onderwerp: `Patroon ${nummer} is nu van u`,
    alineas: [
      `${door?.naam ?? 'Het landelijk team'} maakte u eigenaar van dit patroon. U zorgt ervoor dat het verder komt.`,
      `${groot(PATROONSTAPNAMEN[stap])} loopt tot en met ${voluit(laatsteDag)}. Bekijk wat er al is gedaan, en wat u als eerste gaat doen.`,
      ...(door === null ? [] : ['Hebt u een vraag, of kunt u dit niet doen? Bel dan gerust.']),
    ],
    gegevens: belgegevens('Aan u gegeven door', door),
    waarom: 'u eigenaar bent van dit patroon',
  }),
  patroon_herinnering: ({ nummer, stap, laatsteDag }) => ({
    onderwerp: `Herinnering: ${PATROONSTAPNAMEN[stap]} van patroon ${nummer} loopt tot en met ${voluit(laatsteDag)}`,
    alineas: [
      `U bent eigenaar van dit patroon. ${groot(PATROONSTAPNAMEN[stap])} loopt tot en met ${voluit(laatsteDag)}.`,
      'Wilt u kijken hoe het ervoor staat, en vastleggen wat er is gedaan? Is dit klaar? Kies dan de volgende fase.',
    ],
    gegevens: [],
    waarom: 'u eigenaar bent van dit patroon',
  }),
  patroon_reactie: (zaak) => ({
    onderwerp: `Is er al een reactie op patroon ${zaak.nummer}?`,
    alineas: [
      'U hebt dit patroon aan een ander voorgelegd. De tijd om te reageren is voorbij.',
      'Is er een reactie? Leg die dan vast. Is er nog geen reactie? Neem dan contact op, of spreek een nieuwe dag af.',
    ],
    gegevens: gevraagd(zaak),
    waarom: 'u eigenaar bent van dit patroon',
  }),
  patroon_te_laat: (zaak) => ({
    ...TE_LAAT[zaak.stap](zaak),
    gegevens: [...gevraagd(zaak), ...belgegevens('Eigenaar van het patroon', zaak.eigenaar)],
    waarom: 'u bij het landelijk team hoort',
  }),
};

const SAMEN = 'Wilt u met de eigenaar afspreken wie er iets aan doet?';

/** What is late, by step. */
const TE_LAAT: Readonly<Record<Patroonstap, (zaak: Patroonzaak) => Pick<Woorden, 'onderwerp' | 'alineas'>>> = {
  versturen: ({ nummer }) => ({
    onderwerp: `Het antwoord van patroon ${nummer} is nog niet bij alle melders`,
    alineas: [
      'Het antwoord is al langer dan een dag onderweg. Nog niet alle melders hebben het gekregen.',
      'Bij het patroon ziet u hoeveel melders het antwoord hebben. Blijft het liggen? Bel dan functioneel beheer.',
    ],
  }),
  reactie: ({ nummer }) => ({
    onderwerp: `Er is nog geen reactie op patroon ${nummer}`,
    alineas: ['Dit patroon is aan een ander voorgelegd. De tijd om te reageren is voorbij.', SAMEN],
  }),
  onderzoek: faseTeLaat('onderzoek'),
  geagendeerd: faseTeLaat('geagendeerd'),
  in_uitvoering: faseTeLaat('in_uitvoering'),
};

function faseTeLaat(stap: Patroonstap) {
  return ({ nummer, laatsteDag }: Patroonzaak) => ({
    onderwerp: `${groot(PATROONSTAPNAMEN[stap])} van patroon ${nummer} duurt te lang`,
    alineas: [`${groot(PATROONSTAPNAMEN[stap])} van dit patroon liep tot en met ${voluit(laatsteDag)}.`, SAMEN],
  });
}

function gevraagd({ orgaan, laatsteDag }: Patroonzaak): Gegeven[] {
  return orgaan === null
    ? []
    : [
        { naam: 'Voorgelegd aan', waarde: orgaan },
        { naam: 'Tijd om te reageren', waarde: `tot en met ${voluit(laatsteDag)}` },
      ];
}

function groot(tekst: string): string {
  return `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}`;
}
