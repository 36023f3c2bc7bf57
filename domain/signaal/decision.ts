import { StroomDecision } from '../stroom/decision.ts';
import type { Feit, Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import type { Staat, Stapsoort } from './staat.ts';
import { verwerk } from './verwerk.ts';

/** One decision about a signaal. */
export class Decision extends StroomDecision<Stapsoort, Staat, Feit, Kader> {
  protected override vouw(staat: Staat | null, id: string, gebeurtenis: Gebeurtenis): Staat {
    return verwerk(staat, id, gebeurtenis);
  }
}
