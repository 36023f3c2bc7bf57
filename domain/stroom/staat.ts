import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import type { Pauze } from '../tijd/werkdagen.ts';

/** One running stretch of time. Its numbers are frozen when it begins; dates follow from them and the calendar. */
export interface Stroomstap<S extends string = string> {
  /** `behandelen-3`: unique within the stream, never used again. */
  sleutel: string;
  soort: S;
  begonnenOp: Tijdstip;
  /** Amsterdam date of `begonnenOp`; this date never counts. */
  begin: Datum;
  /** Working days until the end of the term. */
  n: number;
  /** Working days after day n before the automatic act. */
  uitloop: number;
  /** Day numbers on which a reminder (or, in terugblik, the question) goes out at 09:00. */
  herinneringsdagen: readonly number[];
  /** Working days between repeats after n + uitloop, or null. */
  herhaling: number | null;
  beleidsversie: number;
  /** The milestones that have been: `herinnering:10`, `termijn`, `uitloop`, `herhaling:1` … */
  geweest: readonly string[];
  /** toezegging, terugblik: Amsterdam date on which the question was last really sent. */
  gevraagd: Datum | null;
  /** The verzoek to which the step belongs. */
  verzoek: string | null;
  /** pauze, aanpak: the date that a person set. bezwaar: the date of the decision. */
  datum: Datum | null;
  /** Stretches of dates at the end of which the step is paused. */
  pauzes: readonly Pauze[];
  /** The term was lengthened once; a second time in the same stay is refused. */
  verlengd: boolean;
  /** Working days of `n` that verlengen added; absent for none. */
  verlenging?: number;
  /** behandelen: Amsterdam date on which the last partner gave the ball back. */
  balTot: Datum | null;
  /** Since the calendar changed: no day still to come is before this date. */
  nietVoor: Datum | null;
  /** Its last days, by day number, that had passed when the calendar changed: they stay the dates that they were. */
  voorbij?: Readonly<Record<number, Datum>>;
}

/** The frozen numbers with which a step begins. */
export type Stapcijfers = Pick<Stroomstap, 'n' | 'uitloop' | 'herinneringsdagen' | 'herhaling'>;

/** What every stream keeps, whatever it is about. */
export interface Stroomstaat<S extends string = string> {
  id: string;
  /** Number of gebeurtenissen folded into this staat. */
  volgnummer: number;
  /** Raised by what changes something for a reader who decides. */
  inhoudsversie: number;
  laatsteOp: Tijdstip;
  /** The last act of a person. */
  laatsteDaadOp: Tijdstip;
  kalender: Kalender;
  stappen: readonly Stroomstap<S>[];
  stapteller: number;
}
