import { type Datum, type Tijdstip, dagVanWeek } from './amsterdam.ts';
import { type Teldag, type Telling, dagenNa, eindeVanDag } from './werkdagen.ts';

interface UitlegDag {
  readonly datum: Datum;
  readonly telt: boolean;
  /** The day number, when the day counts. */
  readonly nummer?: number;
  /** Why the day does not count, when it does not. */
  readonly reden?: string;
}

/** Why a term of working days ends when it ends: every day after `begin` up to and including `laatsteDag`. */
export interface Uitleg {
  readonly begin: Datum;
  readonly laatsteDag: Datum;
  /** The instant at which the term is over: the end of `laatsteDag`. */
  readonly eindigtOp: Tijdstip;
  readonly dagen: readonly UitlegDag[];
}

/** Explains day number `dagen` of a step, by the walk that sets the timers. Throws RangeError unless `dagen` is a whole number from 0. */
export function legUit({ dagen, ...telling }: Telling & { readonly dagen: number }): Uitleg {
  if (!Number.isSafeInteger(dagen) || dagen < 0) throw new RangeError(`Not a number of days: ${dagen}`);
  const uitleg: UitlegDag[] = [];
  const stappen = dagenNa(telling);
  for (let nummer = 0; nummer < dagen;) {
    const dag: Teldag = stappen.next().value;
    if (dag.reden === undefined) nummer += 1;
    uitleg.push(
      dag.reden === undefined
        ? { datum: dag.datum, telt: true, nummer }
        : { datum: dag.datum, telt: false, reden: dag.reden },
    );
  }
  const laatsteDag = uitleg.at(-1)?.datum ?? telling.begin;
  return { begin: telling.begin, laatsteDag, eindigtOp: eindeVanDag(laatsteDag), dagen: uitleg };
}

/** The explanation for people, one short sentence per line. A weekend, and a stretch that is skipped for one reason, is one line. */
export function inWoorden({ begin, laatsteDag, dagen }: Uitleg): string[] {
  const regels = [`De termijn begint op ${voluit(begin)}. Die dag telt niet mee.`];
  for (const stuk of stukken(dagen)) regels.push(regelVan(stuk));
  regels.push(`De termijn loopt tot en met ${voluit(laatsteDag)}.`);
  return regels;
}

/** A date as people write it, such as "maandag 10 mei 2027". */
export function voluit(datum: Datum): string {
  return `${dagEnMaand(datum)} ${datum.slice(0, 4)}`;
}

/** Consecutive days that are told in one line: counted days, days with the same reason, or Saturday with Sunday. */
interface Stuk {
  readonly eerste: UitlegDag;
  laatste: UitlegDag;
}

const WEEKEND = 'weekend';

function stukken(dagen: readonly UitlegDag[]): Stuk[] {
  const resultaat: Stuk[] = [];
  for (const dag of dagen) {
    const vorige = resultaat.at(-1);
    if (vorige !== undefined && soortVan(vorige.eerste) === soortVan(dag)) vorige.laatste = dag;
    else resultaat.push({ eerste: dag, laatste: dag });
  }
  return resultaat;
}

function soortVan({ reden }: UitlegDag): string | undefined {
  return reden === 'zaterdag' || reden === 'zondag' ? WEEKEND : reden;
}

function regelVan({ eerste, laatste }: Stuk): string {
  const soort = soortVan(eerste);
  if (eerste === laatste) {
    const dag = hoofdletter(dagEnMaand(eerste.datum));
    if (soort === undefined) return `${dag}: dag ${eerste.nummer}.`;
    return soort === WEEKEND ? `${dag}: telt niet mee.` : `${dag}: ${soort}, telt niet mee.`;
  }
  const dagen = `${hoofdletter(dagEnMaand(eerste.datum))} tot en met ${dagEnMaand(laatste.datum)}`;
  if (soort === undefined) return `${dagen}: dag ${eerste.nummer} tot en met ${laatste.nummer}.`;
  return soort === WEEKEND ? `${dagen}: weekend, telt niet mee.` : `${dagen}: ${soort}, deze dagen tellen niet mee.`;
}

const WEEKDAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;
const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

function dagEnMaand(datum: Datum): string {
  return `${WEEKDAGEN[dagVanWeek(datum) - 1]} ${Number(datum.slice(8))} ${MAANDEN[Number(datum.slice(5, 7)) - 1]}`;
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
