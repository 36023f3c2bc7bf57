import { type Datum, type Tijdstip, beginVan, dagnummer, datumVanDagnummer, plusDagen } from './amsterdam.ts';
import { altijdVrij, extraVrij, type Kalender, vrijeDag } from './feestdagen.ts';

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

/** Every look at a staat asks for the same days of its steps again; a calendar never changes, so they go with it. */
const bekendeNummers = new WeakMap<Kalender, Map<string, Datum>>();

/** The dates after `begin`, one by one and without end, each with the reason why it does not count. */
export function* dagenNa({ begin, kalender, pauzes = [] }: Telling): Generator<Teldag, never> {
  let nummer = dagnummer(begin);
  while (true) {
    nummer += 1;
    const dag = bekendeDagen.get(nummer) ?? onthoud(nummer);
    yield dag.reden === undefined
      ? metReden(dag, extraVrij(dag.datum, kalender) ?? gepauzeerd(dag.datum, pauzes))
      : dag;
  }
}

/** The date of counted day number `k` of a step; for `k` = 0 the date on which it began. Throws RangeError unless `k` is a whole number from 0. */
export function dagMetNummer(telling: Telling, k: number): Datum {
  if (!Number.isSafeInteger(k) || k < 0) throw new RangeError(`Not a number of days: ${k}`);
  if (telling.pauzes !== undefined && telling.pauzes.length > 0) return loop(telling, k);
  const bekend = bekendeNummers.get(telling.kalender) ?? new Map<string, Datum>();
  bekendeNummers.set(telling.kalender, bekend);
  const sleutel = `${telling.begin} ${k}`;
  const datum = bekend.get(sleutel) ?? loop(telling, k);
  bekend.set(sleutel, datum);
  return datum;
}

function loop(telling: Telling, k: number): Datum {
  const dagen = dagenNa(telling);
  let dag: Teldag = { datum: telling.begin };
  for (let over = k; over > 0;) {
    dag = dagen.next().value;
    if (dag.reden === undefined) over -= 1;
  }
  return dag.datum;
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
  return vrijeDag(datum, kalender) === undefined;
}

/** The `n`-th working day after `datum`, which itself never counts; `datum` for n = 0. Throws RangeError unless `n` is a whole number from 0. */
export function plusWerkdagen(datum: Datum, n: number, kalender: Kalender): Datum {
  return dagMetNummer({ begin: datum, kalender }, n);
}

export function eersteWerkdagNa(datum: Datum, kalender: Kalender): Datum {
  return plusWerkdagen(datum, 1, kalender);
}

export function laatsteWerkdagVoor(datum: Datum, kalender: Kalender): Datum {
  let dag = plusDagen(datum, -1);
  while (!isWerkdag(dag, kalender)) dag = plusDagen(dag, -1);
  return dag;
}

/** The number of working days after `van` up to and including `tot`. */
export function werkdagenTussen(van: Datum, tot: Datum, kalender: Kalender): number {
  return geteldeDagen({ begin: van, kalender }, tot);
}

/** The instant at which `datum` is over: 00:00:00 in Amsterdam of the next date. */
export function eindeVanDag(datum: Datum): Tijdstip {
  return beginVan(plusDagen(datum, 1));
}

function onthoud(nummer: number): Teldag {
  const datum = datumVanDagnummer(nummer);
  const dag = metReden({ datum }, altijdVrij(datum, nummer));
  bekendeDagen.set(nummer, dag);
  return dag;
}

function metReden(dag: Teldag, reden: string | undefined): Teldag {
  return reden === undefined ? dag : { datum: dag.datum, reden };
}

function gepauzeerd(datum: Datum, pauzes: readonly Pauze[]): string | undefined {
  return pauzes.some(({ van, tot }) => van <= datum && datum <= tot) ? 'gepauzeerd' : undefined;
}
