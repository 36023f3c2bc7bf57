import type { Decision } from '../decision.ts';

/** The account of the filer has ended. Whoever has the signaal in hand looks for who is with the family now. */
export function melderVertrokken(decision: Decision): void {
  decision.noteer({ soort: 'melder_vertrokken' });
}
