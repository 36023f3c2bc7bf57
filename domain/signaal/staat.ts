import type { Niveau, Status, Uitkomst, Urgentie, Wens } from '../beleid/codelijsten.ts';
import type { Regio } from '../beleid/regios.ts';
import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';

/** The kinds of stretch of time with a term, somebody who must act, and reminders. */
export const STAPSOORTEN = ['oppakken', 'behandelen', 'terugkoppelen', 'duur', 'terugblik'] as const;
export type Stapsoort = (typeof STAPSOORTEN)[number];

/** One running stretch of time. Its numbers are frozen when it begins; dates follow from them and the calendar. */
export interface Stap {
  /** `behandelen-3`: unique within the signaal, never used again. */
  sleutel: string;
  soort: Stapsoort;
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
  /** terugblik: Amsterdam date on which the question was last really sent. */
  gevraagd: Datum | null;
}

/** How a signaal came to be closed. */
export type Afsluiting = 'teruggekoppeld' | 'eigen_uitkomst' | 'alleen_gemeld' | 'ingetrokken';

/** The last behandelaar at a level; at regionaal only for that regio. */
export interface LaatsteBehandelaar {
  persoon: string;
  regio: Regio | null;
}

/** All that the rules need to know of one signaal: codes, ids and instants only, never text. */
export interface Staat {
  id: string;
  /** Number of gebeurtenissen folded into this staat. */
  volgnummer: number;
  /** Raised by what changes niveau, status, behandelaar, codes, uitkomst or a term. */
  inhoudsversie: number;
  laatsteOp: Tijdstip;
  /** The last act of a person. */
  laatsteDaadOp: Tijdstip;
  kalender: Kalender;
  melder: string;
  wens: Wens;
  urgentie: Urgentie;
  /** null: not known; landelijk acts as the coordinators of such a signaal. */
  regio: Regio | null;
  /** The organisation that the knelpunt concerns, by id; null when not known. */
  organisatie: string | null;
  niveau: Niveau;
  status: Status;
  behandelaar: string | null;
  laatsteBehandelaars: Partial<Record<Niveau, LaatsteBehandelaar>>;
  /** An own attempt with party, date and answer is on record. */
  eigenPoging: boolean;
  /** How often it was handed back from each level. */
  teruggelegd: Partial<Record<Niveau, number>>;
  /** The last arrival was by the clock: there is no hand-over note. */
  zonderOverdracht: boolean;
  uitkomst: Uitkomst | null;
  afsluiting: Afsluiting | null;
  stappen: readonly Stap[];
  stapteller: number;
  /** `duur` at rest while the signaal is closed; reopening resumes it with its day numbers. */
  rustendeDuur: Stap | null;
}
