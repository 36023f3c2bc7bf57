import type { Effect, OpenFase, Orgaan, Slotfase, Systeemreden } from '../beleid/codelijsten.ts';
import type { Patroonstap } from '../beleid/patroonbeleid.ts';
import type { Stapfeit, Stempel } from '../stroom/feiten.ts';
import type { Datum } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';

/** What the clock told somebody. */
export type Patroonmelding = 'fase_te_laat' | 'reactie_te_laat' | 'antwoord_blijft_liggen';

/** Who hears of a patroon. */
export type Patroonlezer = { soort: 'persoon'; persoon: string } | { soort: 'landelijk_team' };

/** What happened to a patroon, without when and by whom. */
export type Patroonfeit =
  /** `voorstel`: the patroonvoorstel from which it came; absent for none. */
  | {
      soort: 'patroon_geopend';
      organisatie: string | null;
      eigenaar: string;
      kalender: Kalender;
      voorstel?: string;
    }
  | { soort: 'voorstel_opgenomen'; voorstel: string }
  | { soort: 'patroon_beschreven' }
  | { soort: 'patroon_overgedragen'; eigenaar: string }
  | { soort: 'fase_gewijzigd'; fase: OpenFase }
  | { soort: 'geagendeerd'; orgaan: Orgaan; datum: Datum }
  | { soort: 'reactie_vastgelegd'; orgaan: Orgaan }
  | { soort: 'besluit_vastgelegd'; orgaan: Orgaan; datum: Datum }
  | { soort: 'advies_vastgelegd'; orgaan: Orgaan }
  | { soort: 'effect_vastgelegd'; effect: Effect }
  | { soort: 'patroon_gesloten'; fase: Slotfase; systeemreden: Systeemreden | null }
  | { soort: 'signaal_gekoppeld'; signaal: string }
  | { soort: 'signaal_losgemaakt'; signaal: string }
  | { soort: 'antwoord_geschreven'; versie: number }
  | { soort: 'antwoord_vrijgegeven'; versie: number }
  | { soort: 'antwoord_gestopt'; versie: number }
  | { soort: 'antwoord_verstuurd'; versie: number }
  | { soort: 'kalender_gewijzigd'; kalender: Kalender; nietVoor: Datum }
  /** As `kalender_gewijzigd`, where no day of a running step moved. */
  | { soort: 'kalender_overgenomen'; kalender: Kalender; nietVoor: Datum }
  | Stapfeit<Patroonstap, Patroonmelding, Patroonlezer>;

export type Patroonfeitsoort = Patroonfeit['soort'];

/** One entry of the append-only record of a patroon. */
export type Patroongebeurtenis = Patroonfeit & Stempel;

/** Those of one kind. */
export type Patroonvoorval<S extends Patroonfeitsoort> = {
  [K in Patroonfeitsoort]: Extract<Patroongebeurtenis, { soort: K }>;
}[S];
