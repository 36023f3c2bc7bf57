import type { Patroonstap } from '../beleid/patroonbeleid.ts';
import { StroomDecision } from '../stroom/decision.ts';
import type { Stroomkader } from '../stroom/kader.ts';
import type { Patroonfeit, Patroongebeurtenis } from './feiten.ts';
import type { Patroonstaat } from './staat.ts';
import { verwerkPatroon } from './verwerk.ts';

/** One decision about a patroon. */
export class PatroonDecision extends StroomDecision<Patroonstap, Patroonstaat, Patroonfeit, Stroomkader> {
  protected override vouw(staat: Patroonstaat | null, id: string, gebeurtenis: Patroongebeurtenis): Patroonstaat {
    return verwerkPatroon(staat, id, gebeurtenis);
  }
}
