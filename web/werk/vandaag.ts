import type { Groep } from '#activities/post/brief.ts';
import { leesDagoverzicht } from '#activities/post/dagoverzicht.ts';
import { tweedegroep } from '#activities/post/tweederegels.ts';
import { filterVan, Signaalfilter } from '#contract/lijst.ts';
import { waarnemingzicht } from '#contract/waarneming.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import { leesAfmeldingen } from '#db/queries/afmeldingen.ts';
import { leesTeruggenomen, type Teruggenomen } from '#db/queries/rapporten.ts';
import { leesWachtOpTweede } from '#db/queries/tweede.ts';
import { leesOngelezenAntwoorden, leesVanzelfOmhoog } from '#db/queries/vandaag.ts';
import { lijstWaarnemingen, type Waarneming } from '#db/queries/waarnemingen.ts';
import { leesWerklast, type Werklast } from '#db/queries/werklast.ts';
import { leesWerktijden } from '#db/queries/werktijden.ts';
import { heeftRol, type Kijker, opDatum } from '#domain/bevoegdheden.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Gepost, leesGepost } from '../formulier.ts';
import { leesWerkregels, vindWerk, type Werkvraag } from './lees.ts';
import { metOpen } from './lijstvraag.ts';

/** One question that somebody begins the day with. */
interface Deel {
  id: string;
  kop: string;
  /** What it is for, while there is nothing in it. */
  leeg: string;
  /** The filters of the list of which this is the beginning; null where no list has the same. */
  gekozen: Gepost | null;
  /** What leads to that list, where it holds more than belongs in this. */
  alles?: string;
  /** What can be done from here: take it up, with giving it to another beside that, or only the latter. */
  doen?: 'oppakken' | 'toewijzen';
  /** Which of those that were found belong in it; all of them when it is left out. */
  alleenAls?: (regel: Werkregel) => boolean;
}

export interface GelezenDeel extends Omit<Deel, 'alleenAls'> {
  /** What ends first is on top. */
  regels: readonly Werkregel[];
  /** There is more than this. */
  meer: boolean;
}

const HOOGSTENS = 10;
const BEGIN = { volgorde: 'termijn', na: null, limiet: HOOGSTENS + 1 } as const;
/** In so many that a party has is looked for what was promised this week, from what ends first. */
const TOEGEZEGD_TOT = 100;

const OPPAKKEN: Deel = {
  id: 'oppakken',
  kop: 'Wacht tot u of een collega het oppakt',
  leeg: 'Alles is opgepakt. Komt er een signaal bij, dan staat het hier tot iemand het oppakt.',
  gekozen: { aanZet: ['niveau'] },
  doen: 'oppakken',
};
const DEZE_WEEK: Deel = {
  id: 'deze-week',
  kop: 'Deze week bent u aan zet',
  leeg: 'Deze week loopt er voor u geen termijn af. Hier staat wat u vóór maandag moet doen.',
  gekozen: { aanZet: ['ik'] },
  alles: 'Toon alles waarbij u aan zet bent, ook na deze week',
  alleenAls: ({ termijn }) => termijn?.dezeWeek === true,
};
const NIET_OPGEPAKT: Deel = {
  id: 'oppakken',
  kop: 'Wacht op oppakken',
  leeg: 'Alles is opgepakt. Hier staat wat nog bij niemand ligt.',
  gekozen: { status: ['wacht_op_oppakken'] },
  doen: 'toewijzen',
};
const VOOR_ALLEN: readonly Deel[] = [
  {
    id: 'te-laat',
    kop: 'Te laat',
    leeg: 'Niets is te laat. Is een termijn voorbij, dan staat het signaal hier, bij wie het ook ligt.',
    gekozen: { teLaat: ['ja'] },
  },
  {
    id: 'stil',
    kop: 'Een ketenpartner is aan zet en het ligt stil',
    leeg: 'Geen ketenpartner laat lang op zich wachten. Doet dagenlang niemand iets, dan staat het signaal hier.',
    gekozen: { aanZet: ['ketenpartner'], ligtStil: ['ja'] },
  },
];

const ANTWOORDEN: Deel = {
  gekozen: null,
  id: 'antwoorden',
  kop: 'Antwoorden die u nog niet las',
  leeg: 'U hebt elk antwoord gelezen. Antwoordt een ander op een vraag van u, dan staat het hier tot u het signaal opent.',
};
const TOEZEGGINGEN: Deel = {
  gekozen: null,
  id: 'toezeggingen',
  kop: 'Deze week toegezegd',
  leeg: 'Deze week loopt er geen toezegging af in wat u behandelt.',
  alleenAls: ({ toezegging }) => toezegging?.dezeWeek === true,
};
const VANZELF: Deel = {
  gekozen: null,
  id: 'vanzelf',
  kop: 'Ging vanzelf een niveau hoger sinds u hier was',
  leeg: 'Sinds u hier was, ging niets vanzelf een niveau hoger.',
};

/** Every question of this person, each with the beginning of its list. `sinds`: when they were here before, on the clock of the world. */
export async function leesDelen(vraag: Werkvraag, sinds: Tijdstip): Promise<GelezenDeel[]> {
  const { db, ernaast, persoon, vandaag } = vraag;
  const zoek = (gekozen: Gepost, limiet = BEGIN.limiet) =>
    vindWerk(vraag, filterUit(gekozen, vraag), { ...BEGIN, limiet });
  const namens = [persoon.id, ...(opDatum(persoon, vandaag).neemtWaar ?? []).map(({ afwezige }) => afwezige)];
  const delen: readonly (Deel & { ids: Promise<string[]> })[] = isAanHetWerk(persoon)
    ? [
        ...[OPPAKKEN, DEZE_WEEK, ...VOOR_ALLEN].map((deel) => ({ ...deel, ids: zoek(deel.gekozen ?? {}) })),
        { ...ANTWOORDEN, ids: leesOngelezenAntwoorden(ernaast(), persoon.id, namens, BEGIN.limiet) },
        { ...TOEZEGGINGEN, ids: zoek({ behandelaar: [persoon.id], aanZet: ['ketenpartner'] }, TOEGEZEGD_TOT) },
        { ...VANZELF, ids: leesVanzelfOmhoog(db, sinds, BEGIN.limiet) },
      ]
    : [NIET_OPGEPAKT, ...VOOR_ALLEN].map((deel) => ({ ...deel, ids: zoek(deel.gekozen ?? {}) }));
  // A signaal that stands in several of them is read once.
  const gevonden = await Promise.all(delen.map(({ ids }) => ids));
  const regels = await leesWerkregels(vraag, [...new Set(gevonden.flat())]);
  const perId = new Map(regels.map((regel) => [regel.id, regel]));
  return delen.map(({ ids: _ids, alleenAls = () => true, ...deel }, i) => {
    const eigen = (gevonden[i] ?? []).flatMap((id) => perId.get(id) ?? []).filter(alleenAls);
    return { ...deel, regels: eigen.slice(0, HOOGSTENS), meer: eigen.length > HOOGSTENS };
  });
}

/** What the digest of today tells this person. */
export async function leesOverzicht({ db, persoon }: Werkvraag): Promise<Groep[]> {
  const [week, afgemeld] = await Promise.all([leesWerktijden(db, persoon.id), leesAfmeldingen(db, persoon.id)]);
  return leesDagoverzicht(db, { id: persoon.id, naam: persoon.naam, organisatie: persoon.organisatie, week, afgemeld });
}

/** What waits for this person as the second, in the words of the mail that tells of it. */
export async function leesTweede({ db, persoon }: Pick<Werkvraag, 'db' | 'persoon'>): Promise<Groep> {
  return tweedegroep(await leesWachtOpTweede(db, persoon));
}

/** In which final reports a story stands that a family took back, for who can make another version. */
export async function leesUitTeHalen({ db, persoon }: Pick<Werkvraag, 'db' | 'persoon'>): Promise<Teruggenomen[]> {
  return heeftRol(persoon, 'landelijk_team') ? leesTeruggenomen(db) : [];
}

/** Who acts for whom today, as far as this person sees that; null for who arranges no such thing. */
export async function leesWaarnemers({ db, persoon, vandaag }: Werkvraag): Promise<Waarneming[] | null> {
  if (!isAanHetWerk(persoon)) return null;
  const lijst = await lijstWaarnemingen(db, waarnemingzicht(persoon), vandaag);
  return lijst.filter(({ van }) => van <= vandaag);
}

/** More people than these no team has. */
const TEAM_TOT = 20;

/** Who has how many in hand, of what this person sees; null for who gives nothing to anybody. */
export async function leesTeam({ ernaast, persoon, zicht }: Werkvraag): Promise<Werklast[] | null> {
  if (!isAanHetWerk(persoon)) return null;
  return leesWerklast(ernaast(), zicht, TEAM_TOT);
}

/** Programmaleiding looks on; it takes nothing up. */
function isAanHetWerk(kijker: Kijker): boolean {
  return heeftRol(kijker, 'regiocoordinator') || heeftRol(kijker, 'landelijk_team');
}

/** What the same address gives in the list. */
function filterUit(gekozen: Gepost, { persoon, vandaag }: Werkvraag): ReturnType<typeof filterVan> {
  const gelezen = leesGepost(Signaalfilter, gekozen, () => undefined);
  if (!gelezen.gelukt) throw new TypeError(`Not a filter: ${JSON.stringify(gekozen)}`);
  return filterVan(metOpen(gelezen.invoer), persoon, vandaag);
}
