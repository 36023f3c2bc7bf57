import type { Antwoordsoort, Niveau, Status, Uitkomst, Urgentie, Verzoeksoort, Wens } from '../beleid/codelijsten.ts';
import type { Begrensd } from '../beleid/grenzen.ts';
import type { Regio } from '../beleid/regios.ts';
import { STAPPEN } from '../beleid/termijnbeleid.ts';
import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import type { Pauze } from '../tijd/werkdagen.ts';

/** The kinds of stretch of time with a term, somebody who must act, and reminders. */
export const STAPSOORTEN = [...STAPPEN, 'bezwaar'] as const;
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
export type Stapcijfers = Pick<Stap, 'n' | 'uitloop' | 'herinneringsdagen' | 'herhaling'>;

/** Where a verzoek stands; all but the first three are ends, after which a late answer is still welcome. */
export type Verzoekstatus =
  | 'gesteld'
  | 'toegezegd'
  | 'wacht_op_informatie'
  | 'beantwoord'
  | 'geen_reactie'
  | 'niet_nagekomen'
  | 'onbestelbaar'
  | 'ingetrokken'
  | 'vervallen';

/** Something asked of a party: a ketenpartner, an expert, or the filer. */
export interface Verzoek {
  id: string;
  soort: Verzoeksoort;
  /** The organisation asked, or null when a person of the programme is asked. */
  organisatie: string | null;
  persoon: string | null;
  /** The organisation has a contact above the desk that was asked. */
  escalatiecontact: boolean;
  status: Verzoekstatus;
  /** The desk was silent, so the escalation contact was asked. */
  hogerop: boolean;
  uitgesteld: boolean;
  tegengehouden: boolean;
  /** `meer_informatie_nodig` was answered once; the question does not begin anew a second time. */
  toegelicht: boolean;
  toezeggingen: number;
  /** How often it went to another contact, and was handed on by the party; absent for never. */
  verlegd?: number;
  doorgegeven?: number;
  /** Number of the gebeurtenis by which the party last answered; absent while it has not. */
  geantwoordBij?: number;
  /** The last answer; absent until there is one. */
  antwoord?: Antwoordsoort;
  /** Who gave the answer that ended it, while the behandelaar has not acted since: that person may give another. `keer`: how often that was done. */
  herzienbaar?: { door: string; keer: number };
}

/** How a signaal came to be closed. */
export type Afsluiting = 'teruggekoppeld' | 'eigen_uitkomst' | 'alleen_gemeld' | 'ingetrokken' | 'samengevoegd';

/** The last behandelaar at a level, and for which regio. */
export interface LaatsteBehandelaar {
  niveau: Niveau;
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
  /** It was filed on behalf of an OCO consulent, who hears what comes of it. */
  consulent?: boolean;
  wens: Wens;
  urgentie: Urgentie;
  /** null: not known; landelijk acts as the coordinators of such a signaal. */
  regio: Regio | null;
  /** The organisation that the knelpunt concerns, by id; null when not known. */
  organisatie: string | null;
  niveau: Niveau;
  status: Status;
  behandelaar: string | null;
  laatsteBehandelaars: readonly LaatsteBehandelaar[];
  meedenkers: readonly string[];
  /** Regions that handed it over; they keep sight. */
  eerdereRegios: readonly Regio[];
  /** A knelpunt inside the programme: no questions to ketenpartners. */
  programma: boolean;
  /** An own attempt with party, date and answer is on record. */
  eigenPoging: boolean;
  /** How often it was handed back from each level. */
  teruggelegd: Partial<Record<Niveau, number>>;
  /** The last arrival was by the clock: there is no hand-over note. */
  zonderOverdracht: boolean;
  uitkomst: Uitkomst | null;
  afsluiting: Afsluiting | null;
  verzoeken: readonly Verzoek[];
  /** The clock has told programmaleiding of it, who may read it from then on; absent until then. */
  programmaleidingWeet?: true;
  /** Organisations that answered `niet_bevoegd`. */
  nietBevoegd: readonly string[];
  /** Van het kastje naar de muur: seen once, flagged for good. */
  domeindiscussie: boolean;
  /** How often it was reopened because it did not help. */
  heropendDoorErvaring: number;
  /** Closed into this other signaal. */
  samengevoegdIn: string | null;
  afgeslotenOp: Tijdstip | null;
  stappen: readonly Stap[];
  stapteller: number;
  /** `duur` at rest while the signaal is closed; reopening resumes it with its day numbers. */
  rustendeDuur: Stap | null;
  /** How often what is bounded was recorded; absent for never. */
  tellingen?: Partial<Record<Begrensd, number>>;
  /** Questions that people sent on the last Amsterdam date on which there were any, by organisation. */
  partijpost?: { datum: Datum; aantal: Readonly<Record<string, number>> };
}
