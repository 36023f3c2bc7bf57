import { afsluiten } from '../afsluiten.ts';
import type { Besluit } from '../besluit.ts';

/** The filer takes her signaal back; it closes at once. */
export function intrekken(besluit: Besluit): void {
  besluit.noteer({ soort: 'ingetrokken' });
  afsluiten(besluit, 'ingetrokken', null);
}
