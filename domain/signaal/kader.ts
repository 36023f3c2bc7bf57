import type { Rol } from '../beleid/codelijsten.ts';
import type { Regio } from '../beleid/regios.ts';
import type { Termijnbeleid } from '../beleid/termijnbeleid.ts';
import type { Kalender } from '../tijd/feestdagen.ts';

/** What the rules need to know of a person. */
export interface Persoon {
  id: string;
  rollen: readonly Rol[];
  /** The regions for which a regiocoordinator acts. */
  regios: readonly Regio[];
  /** The employer, by organisation id; null for none that matters. */
  organisatie: string | null;
  actief: boolean;
  /** The absent people that this person deputises for at this moment. */
  neemtWaarVoor?: readonly string[];
}

/** Whether a question to an organisation can be mailed: its desk. */
export type Bereik =
  /** `escalatiecontact`: somebody above the desk can be asked when it is silent. */
  | { bereikbaar: true; escalatiecontact: boolean }
  /** `teruggekomen`: it has a desk, but the last mail to it came back. */
  | { bereikbaar: false; teruggekomen: boolean };

/** What holds outside the signaal at the moment of deciding. */
export interface Kader {
  kalender: Kalender;
  beleid: Termijnbeleid;
  /** At least everybody named in the opdracht and in the staat. */
  personen: Readonly<Record<string, Persoon>>;
  /** The desk that the question of this opdracht would go to; null when it asks nothing of an organisation. */
  loket: Bereik | null;
}
