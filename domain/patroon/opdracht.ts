import type { Effect, OpenFase, Orgaan, Slotfase, Systeemreden } from '../beleid/codelijsten.ts';
import type { Teksten } from '../stroom/feiten.ts';
import type { Datum } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';

/** What is asked of a patroon. */
export type Patrooninhoud =
  /** Its title and what it is about are text (`titel`, `omschrijving`). */
  | {
      soort: 'patroonOpenen';
      organisatie: string | null;
      /** Who will see to it; who opens it unless somebody else is named. */
      eigenaar?: string;
      uit?: Gevonden;
      tekst: Teksten;
    }
  /** What the night found belongs to this patroon. */
  | { soort: 'voorstelOpnemen'; uit: Gevonden; tekst: Teksten }
  | { soort: 'patroonBeschrijven'; tekst: Teksten }
  | { soort: 'patroonOverdragen'; aan: string; tekst: Teksten }
  | { soort: 'faseWijzigen'; fase: OpenFase; tekst: Teksten }
  /** `datum`: the day up to and including which the body has time to answer. */
  | { soort: 'agenderen'; orgaan: Orgaan; datum: Datum; tekst: Teksten }
  | { soort: 'reactieVastleggen'; orgaan: Orgaan; tekst: Teksten }
  | { soort: 'besluitVastleggen'; orgaan: Orgaan; datum: Datum; tekst: Teksten }
  | { soort: 'adviesVastleggen'; orgaan: Orgaan; tekst: Teksten }
  | { soort: 'effectVastleggen'; effect: Effect; tekst: Teksten }
  | { soort: 'patroonSluiten'; fase: Slotfase; systeemreden: Systeemreden | null; tekst: Teksten }
  | { soort: 'antwoordSchrijven'; tekst: Teksten }
  | { soort: 'antwoordVersturen' }
  | { soort: 'antwoordStoppen' }
  /** The other half of what is done to a signaal: it becomes part of this patroon, or no longer is. */
  | { soort: 'signaalKoppelen'; signaal: string }
  | { soort: 'signaalLosmaken'; signaal: string }
  /** Of the service: every reporter has the answer; the calendar changed. */
  | { soort: 'antwoordAfronden'; versie: number }
  | { soort: 'kalenderWijzigen'; kalender: Kalender };

/** The patroonvoorstel from which it comes, and the signalen of that which join the patroon in the same breath, by id. */
export interface Gevonden {
  voorstel: string;
  signalen: readonly string[];
}

/** An opdracht has an identity: the same id asked twice has one effect. */
export type Patroonopdracht = Patrooninhoud & { id: string; door: string };
export type Patroonopdrachtsoort = Patrooninhoud['soort'];
