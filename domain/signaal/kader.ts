import type { Termijnbeleid } from '../beleid/termijnbeleid.ts';
import type { Stroomkader } from '../stroom/kader.ts';

/** Whether a question to an organisation can be mailed: its desk. */
export type Bereik =
  /** `escalatiecontact`: somebody above the desk can be asked when it is silent. */
  | { bereikbaar: true; escalatiecontact: boolean }
  /** `teruggekomen`: it has a desk, but the last mail to it came back. */
  | { bereikbaar: false; teruggekomen: boolean };

/** What holds outside the signaal at the moment of deciding. */
export interface Kader extends Stroomkader {
  beleid: Termijnbeleid;
  /** The desk that the question of this opdracht would go to; null when it asks nothing of an organisation. */
  loket: Bereik | null;
}
