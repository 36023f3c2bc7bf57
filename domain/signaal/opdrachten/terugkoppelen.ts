import { DomainError } from '../../errors.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Besluit } from '../besluit.ts';
import { eisOpen } from './eisen.ts';

/** The behandelaar tells the filer, in plain Dutch, what came of it. That closes the signaal. */
export function terugkoppelen(besluit: Besluit): void {
  besluit.noteer({ soort: 'teruggekoppeld' });
  afsluiten(besluit, 'teruggekoppeld', besluit.staat.uitkomst);
}

/** Throws DomainError unless there is an outcome that the filer has not heard. */
export function kanTerugkoppelen(besluit: Besluit): void {
  eisOpen(besluit);
  if (besluit.staat.status !== 'uitkomst_gemeld') {
    throw new DomainError('status_staat_niet_toe', 'Meld eerst de uitkomst. Die kunt u daarna terugkoppelen.');
  }
}
