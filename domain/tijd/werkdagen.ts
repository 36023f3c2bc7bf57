import {
  alsTijdstip,
  type Datum,
  type Tijdstip,
  beginVan,
  dagnummer,
  datumVan,
  datumVanDagnummer,
  msVan,
  plusDagen,
  weekdagVanDagnummer,
} from './amsterdam.ts';
import { altijdVrij, extraVrij, type Kalender } from './feestdagen.ts';

/**
 * Dates, first and last included, at the end of which a step is paused. A pause "tot en met" 10 May ends with 10 May;
 * a step that is resumed by hand on 10 May is no longer paused at the end of that day, so its span ends on 9 May.
 */
export interface Pauze {
  readonly van: Datum;
  readonly tot: Datum;
}

/** From where a step counts its days. `begin` is the date on which it began and never counts. */
export interface Telling {
  readonly begin: Datum;
  readonly kalender: Kalender;
  readonly pauzes?: readonly Pauze[];
}

/** A date of a step: counted when there is no reason why not. */
export interface Teldag {
  readonly datum: Datum;
  readonly reden?: string;
}

/** Days as they are without calendar and pauzes. Every term walks over the same few thousand days, so each is worked out once. */
const bekendeDagen = new Map<number, Teldag>();

const bekendeEinden = new Map<Datum, Tijdstip>();

/** Every look at a staat asks for the same days of its steps again; a calendar never changes, so they go with it: by begin, that date and the working days after it. */
const bekendeWerkdagen = new WeakMap<Kalender, Map<Datum, Datum[]>>();

/** The dates after `begin`, one by one and without end, each with the reason why it does not count. */
export function* dagenNa({ begin, kalender, pauzes = [] }: Telling): Generator<Teldag, never> {
  for (let nummer = dagnummer(begin) + 1; ; nummer += 1) yield teldag(nummer, kalender, pauzes);
}

/** The date of counted day number `k` of a step; for `k` = 0 the date on which it began. Throws RangeError unless `k` is a whole number from 0. */
export function dagMetNummer({ begin, kalender, pauzes = [] }: Telling, k: number): Datum {
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`Not a number of days: ${k}`);
  const werkdagen = bekendeWerkdagen.get(kalender)?.get(begin) ?? beginTellen(begin, kalender);
  if (pauzes.length === 0) return werkdag(werkdagen, k, kalender);
  let nummer = 0;
  for (let over = k; over > 0;) {
    nummer += 1;
    if (gepauzeerd(werkdag(werkdagen, nummer, kalender), pauzes) === undefined) over -= 1;
  }
  return werkdag(werkdagen, nummer, kalender);
}

function beginTellen(begin: Datum, kalender: Kalender): Datum[] {
  const perBegin = bekendeWerkdagen.get(kalender) ?? new Map<Datum, Datum[]>();
  const werkdagen = [begin];
  bekendeWerkdagen.set(kalender, perBegin.set(begin, werkdagen));
  return werkdagen;
}

/** The `n`-th of what `beginTellen` began; what was counted is counted on from. */
function werkdag(werkdagen: Datum[], n: number, kalender: Kalender): Datum {
  while (werkdagen.length <= n) werkdagen.push(werkdagNa(werkdagen.at(-1) as Datum, kalender));
  return werkdagen[n] as Datum;
}

function werkdagNa(datum: Datum, kalender: Kalender): Datum {
  for (let nummer = dagnummer(datum) + 1; ; nummer += 1) {
    const dag = teldag(nummer, kalender, []);
    if (dag.reden === undefined) return dag.datum;
  }
}

/** How many days of a step have counted by the end of `tot`; 0 when `tot` is not after its begin. */
export function geteldeDagen(telling: Telling, tot: Datum): number {
  let geteld = 0;
  for (const { datum, reden } of dagenNa(telling)) {
    if (datum > tot) break;
    if (reden === undefined) geteld += 1;
  }
  return geteld;
}

export function isWerkdag(datum: Datum, kalender: Kalender): boolean {
  return teldag(dagnummer(datum), kalender, []).reden === undefined;
}

/** The `n`-th working day after `datum`, which itself never counts; `datum` for n = 0. Throws RangeError unless `n` is a whole number from 0. */
export function plusWerkdagen(datum: Datum, n: number, kalender: Kalender): Datum {
  return dagMetNummer({ begin: datum, kalender }, n);
}

export function eersteWerkdagNa(datum: Datum, kalender: Kalender): Datum {
  return plusWerkdagen(datum, 1, kalender);
}

export function laatsteWerkdagVoor(datum: Datum, kalender: Kalender): Datum {
  for (let nummer = dagnummer(datum) - 1; ; nummer -= 1) {
    const dag = teldag(nummer, kalender, []);
    if (dag.reden === undefined) return dag.datum;
  }
}

/** The number of working days after `van` up to and including `tot`. */
export function werkdagenTussen(van: Datum, tot: Datum, kalender: Kalender): number {
  return geteldeDagen({ begin: van, kalender }, tot);
}

/** Every date from `van` up to and including `tot` that is no weekend and on which nobody works, in order. */
export function vrijeWeekdagen(van: Datum, tot: Datum, kalender: Kalender): Datum[] {
  const nummers = Array.from({ length: dagnummer(tot) - dagnummer(van) + 1 }, (_, i) => dagnummer(van) + i);
  return nummers
    .filter((nummer) => weekdagVanDagnummer(nummer) < 6 && teldag(nummer, kalender, []).reden !== undefined)
    .map(datumVanDagnummer);
}

/** The instant at which `datum` is over: 00:00:00 in Amsterdam of the next date. */
export function eindeVanDag(datum: Datum): Tijdstip {
  const bekend = bekendeEinden.get(datum);
  if (bekend !== undefined) return bekend;
  const einde = beginVan(plusDagen(datum, 1));
  bekendeEinden.set(datum, einde);
  return einde;
}

/** The last date that was not over before this instant: that of `eindeVanDag`. */
export function laatsteDagVoor(einde: Tijdstip): Datum {
  return datumVan(alsTijdstip(msVan(einde) - 1));
}

function teldag(nummer: number, kalender: Kalender, pauzes: readonly Pauze[]): Teldag {
  const dag = dagVan(nummer);
  if (dag.reden !== undefined) return dag;
  return metReden(dag, extraVrij(dag.datum, kalender) ?? gepauzeerd(dag.datum, pauzes));
}

/** As it is without calendar and pauzes. */
function dagVan(nummer: number): Teldag {
  const bekend = bekendeDagen.get(nummer);
  if (bekend !== undefined) return bekend;
  const datum = datumVanDagnummer(nummer);
  const dag = metReden({ datum }, altijdVrij(datum, nummer));
  bekendeDagen.set(nummer, dag);
  return dag;
}

function metReden(dag: Teldag, reden: string | undefined): Teldag {
  return reden === undefined ? dag : { ...dag, reden };
}

function gepauzeerd(datum: Datum, pauzes: readonly Pauze[]): string | undefined {
  return pauzes.some(({ van, tot }) => van <= datum && datum <= tot) ? 'gepauzeerd' : undefined;
}
