import type { Besluit } from '../besluit.ts';

/** The account of the filer has ended. Whoever has the signaal in hand looks for who is with the family now. */
export function melderVertrokken(besluit: Besluit): void {
  besluit.noteer({ soort: 'melder_vertrokken' });
}
