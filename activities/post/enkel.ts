import { isNietMeer } from '#domain/post/plicht.ts';
import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';

import { belgegevens, type Brief, type Gegeven, kleineLetters } from './brief.ts';
import type { KlaarBericht, Ontvanger } from './klaar.ts';
import { hadMoetenKomenOp, moment } from './laat.ts';
import { redenen, redenVanAnder, TEKSTEN } from './teksten.ts';
import type { Tekst } from './teksten/tekst.ts';
import { totEnMet } from './teksten/zinnen.ts';
import type { Onderdeel, Zaak } from './zaak.ts';

/** The letter about one bericht. */
export function brief(ontvanger: Ontvanger, { bericht, zaak, url }: Onderdeel): Brief {
  const tekst = TEKSTEN[bericht.soort];
  const bedoeld = hadMoetenKomenOp(bericht, ontvanger);
  return {
    onderwerp: `${spoedkop([{ bericht, zaak }])}${tekst.onderwerp(zaak)}`,
    aanhef: aanhef(ontvanger),
    alineas: [
      ...(bericht.namens === null
        ? []
        : [`Deze mail is voor ${bericht.namens.naam}, die er nu niet is. ${watErmee(bericht.soort, bericht.namens)}`]),
      ...(bedoeld === null ? [] : [`Deze mail is te laat. U had hem moeten krijgen op ${moment(bedoeld)}.`]),
      ...tekst.alineas(zaak),
      ...bijGevaar(zaak),
    ],
    gegevens: gegevensVan(tekst, zaak),
    groepen: [],
    knop: url === null ? null : { tekst: zaak.waarom === 'consulent' ? ALLEEN_LEZEN : tekst.knop, url },
    voet: [waarom(bericht, zaak), ...kleineLetters(zaak.waarom, url)],
  };
}

/** Said to whoever reads in the place of somebody else. */
function watErmee(soort: Berichtsoort, { naam }: { naam: string }): string {
  return isNietMeer(soort) ? `Wat hieronder over u staat, gaat over ${naam}.` : 'Wilt u zorgen dat het gebeurt?';
}

const ALLEEN_LEZEN = 'Lees hoe het ermee staat';

/** How a mail begins; of a party not always a name is known. */
export function aanhef({ naam }: Pick<Ontvanger, 'naam'>): string {
  const wie = zonderFunctie(naam);
  return wie === '' ? 'Goedendag,' : `Beste ${wie},`;
}

/** "Henk Bos, teamleider Wmo" is addressed as Henk Bos. */
function zonderFunctie(naam: string): string {
  const [wie = ''] = naam.split(/,| \(| [-–—] /);
  return wie.trim();
}

/** What begins the subject of every mail about something urgent, but for the look back weeks after it closed. */
export function spoedkop(inhoud: readonly Pick<Onderdeel, 'bericht' | 'zaak'>[]): string {
  return inhoud.some(isSpoed) ? 'Spoed: ' : '';
}

export function isSpoed({ bericht: { soort }, zaak: { urgentie } }: Pick<Onderdeel, 'bericht' | 'zaak'>): boolean {
  return urgentie === 'spoed' && soort !== 'terugblik';
}

/** Whoever is nearest to the family is told whom to call first. */
export function bijGevaar({ urgentie, status, waarom }: Zaak): string[] {
  if (urgentie !== 'spoed' || status === 'afgesloten' || (waarom !== 'melder' && waarom !== 'consulent')) return [];
  return [
    'Is er direct gevaar? Bel 112, of de huisarts. Denkt u aan mishandeling of verwaarlozing? Bel Veilig Thuis: 0800 2000, dag en nacht.',
  ];
}

function waarom({ namens }: KlaarBericht, zaak: Zaak): string {
  if (namens !== null) return `U krijgt deze mail namens ${namens.naam}, ${redenVanAnder(zaak)}.`;
  return `U krijgt deze mail omdat ${redenen([zaak])}.`;
}

/** Who did it and handles it is named once. A consulent also sees who filed it: the person to call with news. What is urgent always has a number to call. */
function gegevensVan({ toont }: Tekst, zaak: Zaak): Gegeven[] {
  const { waarom: voor, melder, behandelaar } = zaak;
  const isEen = behandelaar !== null && zaak.door?.naam === behandelaar.naam;
  const getoond = isEen && toont.includes('behandelaar') ? toont.filter((wat) => wat !== 'door') : toont;
  const gegevens = getoond.flatMap((wat) => GEGEVENS[wat](zaak));
  const heeftNummer = gegevens.some(({ telefoon }) => telefoon !== undefined);
  if (voor === 'consulent' && !(toont.includes('behandelaar') && melder?.telefoon === behandelaar?.telefoon))
    return [...gegevens, ...belgegevens('Ingediend door', melder)];
  if (heeftNummer || (zaak.urgentie !== 'spoed' && voor !== 'partij')) return gegevens;
  const anderen = [...GEGEVENS.behandelaar(zaak), ...GEGEVENS.melder(zaak), ...GEGEVENS.door(zaak)];
  return [...gegevens, ...anderen.slice(0, 2)];
}

/** Nobody is told their own name and number. */
const GEGEVENS: Readonly<Record<Tekst['toont'][number], (zaak: Zaak) => Gegeven[]>> = {
  behandelaar: ({ behandelaar, isBehandelaar, waarom: voor }) =>
    isBehandelaar ? [] : belgegevens(voor === 'partij' ? 'Uw contact bij Metgezel' : 'Behandelaar', behandelaar),
  melder: ({ melder, waarom: voor }) => (voor === 'melder' ? [] : belgegevens('Ingediend door', melder)),
  door: ({ door }) => belgegevens('Gedaan door', door),
  termijn: ({ totEnMet: datum, vandaag }) =>
    datum === null ? [] : [{ naam: 'Termijn', waarde: datum < vandaag ? `was ${totEnMet(datum)}` : totEnMet(datum) }],
};
