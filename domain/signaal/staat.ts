import type {
  Antwoordsoort,
  Niveau,
  Status,
  Uitkomst,
  Urgentie,
  Verzoeksoort,
  Wens,
  Wisgrond,
} from '../beleid/codelijsten.ts';
import type { Begrensd } from '../beleid/grenzen.ts';
import type { Regio } from '../beleid/regios.ts';
import { STAPPEN } from '../beleid/termijnbeleid.ts';
import type { Stroomstaat, Stroomstap } from '../stroom/staat.ts';
import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';

/** The kinds of stretch of time with a term, somebody who must act, and reminders. */
export const STAPSOORTEN = [...STAPPEN, 'bezwaar'] as const;
export type Stapsoort = (typeof STAPSOORTEN)[number];

/** One running stretch of time of a signaal. */
export type Stap = Stroomstap<Stapsoort>;

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
export interface Staat extends Stroomstaat<Stapsoort> {
  melder: string;
  /** It was filed on behalf of an OCO consulent, who hears what comes of it. */
  consulent?: boolean;
  wens: Wens;
  urgentie: Urgentie;
  /** null: not known; landelijk acts as the coordinators of such a signaal. */
  regio: Regio | null;
  /** The organisation that the knelpunt concerns, by id; null when not known. */
  organisatie: string | null;
  /** Organisations that are named otherwise: tried before, or said to be competent; absent for none. */
  ookGenoemd?: readonly string[];
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
  /** The patroon that it is part of, by id; absent for none. */
  patroon?: string;
  /** The last version of the answer on that patroon that its filer was given; absent for none. */
  patroonantwoord?: number;
  /** Of each patroon that it left the last version of the answer that its filer was given, by id; absent for none. */
  eerderGehoord?: Readonly<Record<string, number>>;
  /** Closed into this other signaal. */
  samengevoegdIn: string | null;
  afgeslotenOp: Tijdstip | null;
  /** Nothing that people wrote is left of it, and nothing can be done with it any more; absent while there is. */
  gewist?: { op: Tijdstip; grond: Wisgrond; maanden: number | null };
  /** `duur` at rest while the signaal is closed; reopening resumes it with its day numbers. */
  rustendeDuur: Stap | null;
  /** How often what is bounded was recorded; absent for never. */
  tellingen?: Partial<Record<Begrensd, number>>;
  /** Questions that people sent on the last Amsterdam date on which there were any, by organisation. */
  partijpost?: { datum: Datum; aantal: Readonly<Record<string, number>> };
}
