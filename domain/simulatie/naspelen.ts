import type { Regio } from '../beleid/regios.ts';
import type { Termijnbeleid } from '../beleid/termijnbeleid.ts';
import { eigenRegios, opDatum, type Waarneemdagen } from '../bevoegdheden.ts';
import { DomainError, type Foutcode } from '../errors.ts';
import { beslisTot } from '../signaal/beslis.ts';
import type { Gebeurtenis } from '../signaal/gebeurtenissen.ts';
import { haalInTot } from '../signaal/haal-in.ts';
import { volgendeMijlpaal } from '../signaal/mijlpalen.ts';
import { DIENST, type Opdracht } from '../signaal/opdracht.ts';
import type { Staat } from '../signaal/staat.ts';
import type { Persoon } from '../stroom/kader.ts';
import { type Datum, datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import type { GedaneDaad } from './daden.ts';

/** One signaal of the past. */
export interface Leven {
  id: string;
  /** What was recorded of it, in order; what the clock recorded may be left out, and what tells nothing of an act (`ZEGT_NIETS`). */
  gebeurtenissen: readonly Gebeurtenis[];
  /** How far it has lived (UTC, its own clock): nothing after it is played. */
  tot: Tijdstip;
}

/** Who deputised for whom, first and last date included. */
export interface Waarneemperiode {
  afwezige: string;
  waarnemer: string;
  van: Datum;
  tot: Datum;
}

/** The people as they are known now. Whoever acted in the past was active then, whatever the account says today. */
export interface Mensen {
  personen: Readonly<Record<string, Persoon>>;
  waarnemingen: readonly Waarneemperiode[];
}

/** Which policy holds on a date. */
export type BeleidOp = (datum: Datum) => Termijnbeleid;

/** Who watches a life being played. */
export interface Observer {
  /** Until `tot` nothing happens to the staat. */
  verstreken: (staat: Staat, tot: Tijdstip) => void;
  gebeurd: (gebeurtenis: Gebeurtenis, na: Staat, voor: Staat | null) => void;
  /** The rules refuse what was done in the past. */
  geweigerd: (opdracht: Opdracht, code: Foutcode) => void;
}

/**
 * Lives one signaal again: what persons did stays, with its instants; what the clock did is decided anew, on time, under the
 * policy of each day. A refused act is left out. When that act closed the signaal, its replay ends there, for in the past
 * nothing more was owed; the answer is then false.
 */
export function speelNa(
  { id, tot }: Leven,
  daden: readonly GedaneDaad[],
  beleidOp: BeleidOp,
  mensen: Mensen,
  kijker: Observer,
): boolean {
  let staat: Staat | null = null;
  const neem = ({ gebeurtenissen, staten }: Gedaan): void => {
    for (const [nr, na] of staten.entries()) {
      kijker.gebeurd(gebeurtenissen[nr] as Gebeurtenis, na, staat);
      staat = na;
    }
  };
  const klok = (tot: Tijdstip): void => {
    while (staat !== null) {
      const volgende = volgendeMijlpaal(staat);
      if (volgende === null || volgende.op > tot) return kijker.verstreken(staat, tot);
      kijker.verstreken(staat, volgende.op);
      neem(haalInTot(staat, volgende.op, kaderOp(volgende.op, null)));
    }
  };
  const kaderOp = kaders(daden, beleidOp, mensen);
  for (const { op, opdracht, sloot } of daden) {
    if (op > tot) break;
    klok(op);
    try {
      neem(beslisTot(id, staat, opdracht, op, kaderOp(op, opdracht.door)));
    } catch (fout) {
      if (!(fout instanceof DomainError)) throw fout;
      kijker.geweigerd(opdracht, fout.code);
      if (sloot) return false;
    }
  }
  klok(tot);
  return true;
}

/** What happened, and the staat after each of it. */
interface Gedaan {
  gebeurtenissen: readonly Gebeurtenis[];
  staten: readonly Staat[];
}

/** Makes the kader of any instant in one life. The calendar goes with the life: it is no policy. */
function kaders(daden: readonly GedaneDaad[], beleidOp: BeleidOp, mensenNu: Mensen) {
  const { personen } = mensenNu;
  const diensten = waarneemdagen(mensenNu);
  const kalender = kalenderVan(daden);
  const laatsteDaad = new Map(daden.map(({ op, opdracht }) => [opdracht.door, op]));
  const betrokkenen = [...new Set(daden.flatMap(({ opdracht }) => namenIn(opdracht)))].filter((wie) => wie in personen);
  const mensen = Object.fromEntries(betrokkenen.map((wie) => [wie, personen[wie] as Persoon]));
  const vertrokken = Object.values(mensen).filter(({ actief }) => !actief);
  return (op: Tijdstip, door: string | null) => {
    const vandaag = datumVan(op);
    const nuWaarnemer = door !== null && (diensten.has(door) || mensen[door]?.neemtWaar !== undefined);
    const toen = vertrokken.length === 0 && !nuWaarnemer ? mensen : { ...mensen };
    for (const persoon of vertrokken)
      toen[persoon.id] = { ...persoon, actief: (laatsteDaad.get(persoon.id) ?? '') >= op };
    const dader = nuWaarnemer ? toen[door] : undefined;
    if (dader !== undefined)
      toen[dader.id] = opDatum({ ...dader, waarnemingen: diensten.get(dader.id) ?? [] }, vandaag);
    return { kalender, beleid: beleidOp(vandaag), personen: toen, loket: TOEN_BEREIKT };
  };
}

/** Many lives are played among the same people, so who deputised is sorted out once. */
const bekendeDiensten = new WeakMap<Mensen, ReadonlyMap<string, readonly Waarneemdagen[]>>();

/** For whom each deputy stood in, and when. */
function waarneemdagen(mensen: Mensen): ReadonlyMap<string, readonly Waarneemdagen[]> {
  const bekend = bekendeDiensten.get(mensen);
  if (bekend !== undefined) return bekend;
  const perWaarnemer = new Map<string, Waarneemdagen[]>();
  for (const { waarnemer, ...waarneming } of mensen.waarnemingen) {
    const dag = { ...waarneming, regios: regiosIn(mensen.personen, waarneming.afwezige) };
    perWaarnemer.set(waarnemer, [...(perWaarnemer.get(waarnemer) ?? []), dag]);
  }
  bekendeDiensten.set(mensen, perWaarnemer);
  return perWaarnemer;
}

/** Whoever was away in the past was active then. */
function regiosIn(personen: Mensen['personen'], afwezige: string): readonly Regio[] {
  const persoon = personen[afwezige];
  return persoon === undefined ? [] : eigenRegios({ ...persoon, actief: true });
}

/** Whoever was asked in the past could be reached then, and `escalatiecontact` of the act says whether somebody above the desk could. */
const TOEN_BEREIKT = { bereikbaar: true, escalatiecontact: true } as const;

function kalenderVan([eerste]: readonly GedaneDaad[]): Kalender {
  return eerste?.kalender ?? { versie: 0, dagen: {} };
}

/** Whoever acted, and whoever an act was about. */
function namenIn(opdracht: Opdracht): string[] {
  const namen: (string | null)[] = [opdracht.door === DIENST ? null : opdracht.door];
  if ('aan' in opdracht) namen.push(opdracht.aan);
  if ('persoon' in opdracht) namen.push(opdracht.persoon);
  return namen.filter((naam) => naam !== null);
}
