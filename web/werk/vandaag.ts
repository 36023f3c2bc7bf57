import { filterVan, Signaalfilter } from '#contract/lijst.ts';
import { waarnemingzicht } from '#contract/waarneming.ts';
import type { Werkregel } from '#contract/werklijst.ts';
import { lijstWaarnemingen, type Waarneming } from '#db/queries/waarnemingen.ts';
import { leesWerklast, type Werklast } from '#db/queries/werklast.ts';
import { heeftRol, type Kijker } from '#domain/bevoegdheden.ts';

import { type Gepost, leesGepost } from '../formulier.ts';
import { leesWerklijst, type Werkvraag } from './lees.ts';
import { metOpen } from './lijstvraag.ts';

/** One question that somebody begins the day with. */
interface Deel {
  id: string;
  kop: string;
  /** What it is for, while there is nothing in it. */
  leeg: string;
  /** The filters of the list of which this is the beginning. */
  gekozen: Gepost;
  /** One can take it up from here. */
  oppakken?: true;
  alleenDezeWeek?: true;
}

export interface GelezenDeel extends Omit<Deel, 'alleenDezeWeek'> {
  /** What ends first is on top. */
  regels: readonly Werkregel[];
  /** There is more than this. */
  meer: boolean;
}

const HOOGSTENS = 10;

const OPPAKKEN: Deel = {
  id: 'oppakken',
  kop: 'Wacht tot u of een collega het oppakt',
  leeg: 'Alles is opgepakt. Komt er een signaal bij, dan staat het hier tot iemand het oppakt.',
  gekozen: { aanZet: ['niveau'] },
  oppakken: true,
};
const DEZE_WEEK: Deel = {
  id: 'deze-week',
  kop: 'Deze week bent u aan zet',
  leeg: 'Deze week loopt er voor u geen termijn af. Hier staat wat u vóór maandag moet doen.',
  gekozen: { aanZet: ['ik'] },
  alleenDezeWeek: true,
};
const NIET_OPGEPAKT: Deel = {
  id: 'oppakken',
  kop: 'Wacht op oppakken',
  leeg: 'Alles is opgepakt. Hier staat wat nog bij niemand ligt.',
  gekozen: { status: ['wacht_op_oppakken'] },
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

/** Every question of this person, each with the beginning of its list. */
export async function leesDelen(vraag: Werkvraag): Promise<GelezenDeel[]> {
  const delen = [...(isAanHetWerk(vraag.persoon) ? [OPPAKKEN, DEZE_WEEK] : [NIET_OPGEPAKT]), ...VOOR_ALLEN];
  const gelezen: GelezenDeel[] = [];
  // One after another: a page takes no more than one connection.
  for (const { alleenDezeWeek, ...deel } of delen) {
    const { signalen } = await leesWerklijst(vraag, filterUit(deel.gekozen, vraag), {
      volgorde: 'termijn',
      na: null,
      limiet: HOOGSTENS + 1,
    });
    const regels = alleenDezeWeek ? signalen.filter(({ termijn }) => termijn?.dezeWeek === true) : signalen;
    gelezen.push({ ...deel, regels: regels.slice(0, HOOGSTENS), meer: regels.length > HOOGSTENS });
  }
  return gelezen;
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
export async function leesTeam({ db, persoon, zicht }: Werkvraag): Promise<Werklast[] | null> {
  if (!isAanHetWerk(persoon)) return null;
  return leesWerklast(db, { zicht, waarnemingen: persoon.waarnemingen }, TEAM_TOT);
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
