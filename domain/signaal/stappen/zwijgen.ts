import type { Decision } from '../decision.ts';
import type { Stap } from '../staat.ts';

/** A party has not answered: its verzoek ends as `geen_reactie`, and its step has run out. */
export function zwijgt(decision: Decision, stap: Stap): void {
  if (stap.verzoek !== null) decision.noteer({ soort: 'geen_reactie', verzoek: stap.verzoek, definitief: true });
  decision.eindigStap(stap, 'verstreken');
}
