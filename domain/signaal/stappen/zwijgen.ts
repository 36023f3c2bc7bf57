import type { Besluit } from '../besluit.ts';
import type { Stap } from '../staat.ts';

/** A party has not answered: its verzoek ends as `geen_reactie`, and its step has run out. */
export function zwijgt(besluit: Besluit, stap: Stap): void {
  if (stap.verzoek !== null) besluit.noteer({ soort: 'geen_reactie', verzoek: stap.verzoek, definitief: true });
  besluit.eindigStap(stap, 'verstreken');
}
