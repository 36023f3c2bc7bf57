import { type Datum, opUur, plusDagen, type Tijdstip } from '../tijd/amsterdam.ts';
import { dagMetNummer, eindeVanDag } from '../tijd/werkdagen.ts';
import type { Stapfeit } from './feiten.ts';
import type { Stroomstaat, Stroomstap } from './staat.ts';

/** An instant at which something must happen, and what. */
export interface Stroommijlpaal<S extends string = string> {
  /** `behandelen-3:herinnering:16`: unique within the stream for ever. */
  sleutel: string;
  /** When it is due (UTC). Nothing happens before it. */
  op: Tijdstip;
  stap: Stroomstap<S>;
  /** `herinnering:<dag>`, `vraag:<dag>`, `termijn`, `uitloop`, `herhaling:<hoeveelste>` or `einde`. */
  naam: string;
  dag: number;
}

/** What the dates of a step depend on beside itself. */
export type Rekenbasis = Pick<Stroomstaat, 'kalender'>;

/** The rules of one kind of step: when something must happen, and what then happens. */
export interface Stapregel<S extends string, B extends Rekenbasis, D> extends Stapdaad<S, D> {
  /** Every milestone still to come, repeats up to the first one after `tot`. */
  mijlpalen: (stap: Stroomstap<S>, basis: B, tot: Tijdstip) => Stroommijlpaal<S>[];
}

/** The half of it that acts. */
export interface Stapdaad<S extends string, D> {
  voerUit: (decision: D, mijlpaal: Stroommijlpaal<S>) => void;
}

/** Whoever records what happens to a step. */
interface Notulist<F> {
  noteer: (feit: F) => void;
}

const HERINNERING_UUR = 9;

/** The reminders (or questions) of a step that have not been: at 09:00 on each of their days. */
export function herinneringen<S extends string>(
  stap: Stroomstap<S>,
  basis: Rekenbasis,
  naam = 'herinnering',
): Stroommijlpaal<S>[] {
  return stap.herinneringsdagen
    .filter((dag) => !stap.geweest.includes(`${naam}:${dag}`))
    .map((dag) => mijlpaal(stap, `${naam}:${dag}`, dag, opUur(datumVanDag(stap, basis, dag), HERINNERING_UUR)));
}

/** The end of day `dag`, unless it has been. */
export function einde<S extends string>(
  stap: Stroomstap<S>,
  basis: Rekenbasis,
  naam: string,
  dag: number,
): Stroommijlpaal<S>[] {
  if (stap.geweest.includes(naam)) return [];
  return [mijlpaal(stap, naam, dag, eindeVanDag(datumVanDag(stap, basis, dag)))];
}

/** The repeats after the end of day n + uitloop, as far as the first one after `tot`. Throws RangeError when they would never get there. */
export function herhalingen<S extends string>(
  stap: Stroomstap<S>,
  basis: Rekenbasis,
  tot: Tijdstip,
): Stroommijlpaal<S>[] {
  if (stap.herhaling === null) return [];
  if (!(stap.herhaling > 0)) throw new RangeError(`Not a number of days to repeat after: ${stap.herhaling}`);
  const volgende: Stroommijlpaal<S>[] = [];
  for (let hoeveelste = 1; (volgende.at(-1)?.op ?? tot) <= tot; hoeveelste += 1) {
    const dag = stap.n + stap.uitloop + hoeveelste * stap.herhaling;
    volgende.push(...einde(stap, basis, `${HERHALING}${hoeveelste}`, dag));
  }
  return volgende;
}

const HERHALING = 'herhaling:';

/** Whether a milestone with this name is one of the `herhalingen`. */
export function isHerhaling(naam: string): boolean {
  return naam.startsWith(HERHALING);
}

/** A step that only tells: its reminders, the end of its term, and the repeats after that. */
export function meldmomenten<S extends string>(
  stap: Stroomstap<S>,
  basis: Rekenbasis,
  tot: Tijdstip,
): Stroommijlpaal<S>[] {
  return [...herinneringen(stap, basis), ...einde(stap, basis, 'termijn', stap.n), ...herhalingen(stap, basis, tot)];
}

/** Somebody is reminded of a step, once for this milestone. */
export function herinner<S extends string, A>(
  decision: Notulist<Stapfeit<S, never, A>>,
  { stap, naam, dag }: Stroommijlpaal<S>,
  aan: A,
): void {
  decision.noteer({ soort: 'herinnerd', stap: stap.sleutel, stapsoort: stap.soort, mijlpaal: naam, dag, aan });
}

/** Somebody is told that a term ran out. */
export function meld<S extends string, M, A>(
  decision: Notulist<Stapfeit<S, M, A>>,
  { stap, naam, dag }: Stroommijlpaal<S>,
  melding: M,
  aan: A,
): void {
  decision.noteer({ soort: 'gemeld', stap: stap.sleutel, stapsoort: stap.soort, mijlpaal: naam, dag, melding, aan });
}

/** The milestone passes without a word: overtaken, or nobody to speak to. */
export function laatVervallen<S extends string>(
  decision: Notulist<Stapfeit<S>>,
  { stap, naam, dag }: Stroommijlpaal<S>,
): void {
  decision.noteer({ soort: 'mijlpaal_vervallen', stap: stap.sleutel, stapsoort: stap.soort, mijlpaal: naam, dag });
}

export function isHerinnering({ naam }: Pick<Stroommijlpaal, 'naam'>): boolean {
  return naam.startsWith('herinnering:');
}

export function mijlpaal<S extends string>(
  stap: Stroomstap<S>,
  naam: string,
  dag: number,
  op: Tijdstip,
): Stroommijlpaal<S> {
  return { sleutel: `${stap.sleutel}:${naam}`, op, stap, naam, dag };
}

/** The step as if it began on another date; days counted from there are none of those that passed. */
export function vanaf<P extends Stroomstap>(stap: P, begin: Datum): P {
  return begin === stap.begin ? stap : { ...stap, begin, voorbij: {} };
}

/** The day numbers that are a last day of a step: of its term, of its uitloop, and before it was lengthened. */
export function laatsteDagen({ n, uitloop, verlenging = 0 }: Stroomstap): number[] {
  return [n - verlenging, n, n + uitloop].filter((dag) => dag > 0);
}

/**
 * The date of counted day number `dag` of a step. After a change of the calendar a last day that had passed stays as it was, and
 * nothing else is before the date of that change.
 */
export function datumVanDag(
  { begin, pauzes, nietVoor, voorbij }: Pick<Stroomstap, 'begin' | 'pauzes' | 'nietVoor' | 'voorbij'>,
  { kalender }: Rekenbasis,
  dag: number,
): Datum {
  const vast = voorbij?.[dag];
  if (vast !== undefined) return vast;
  const datum = dagMetNummer({ begin, kalender, pauzes }, dag);
  if (nietVoor === null || datum >= nietVoor) return datum;
  return dagMetNummer({ begin: plusDagen(nietVoor, -1), kalender, pauzes }, 1);
}
