import { afsluiten } from '../afsluiten.ts';
import type { Decision } from '../decision.ts';

/** The filer takes the signaal back; it closes at once. */
export function intrekken(decision: Decision): void {
  decision.noteer({ soort: 'ingetrokken' });
  afsluiten(decision, 'ingetrokken', null);
}
