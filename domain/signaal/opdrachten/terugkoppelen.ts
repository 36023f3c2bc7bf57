import { DomainError } from '../../errors.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Besluit } from '../besluit.ts';

/** The behandelaar tells the filer, in plain Dutch, what came of it. That closes the signaal. */
export function terugkoppelen(besluit: Besluit): void {
  const { staat } = besluit;
  if (staat.status === 'afgesloten') throw new DomainError('gesloten', 'Dit signaal is afgesloten.');
  if (staat.status !== 'uitkomst_gemeld') {
    throw new DomainError('status_staat_niet_toe', 'Meld eerst de uitkomst. Die kunt u daarna terugkoppelen.');
  }
  besluit.noteer({ soort: 'teruggekoppeld' });
  afsluiten(besluit, 'teruggekoppeld', staat.uitkomst);
}
