import { DomainError } from '../../errors.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Decision } from '../decision.ts';
import { eisOpen } from './eisen.ts';

/** The behandelaar tells the filer, in plain Dutch, what came of it. That closes the signaal. */
export function terugkoppelen(decision: Decision): void {
  decision.noteer({ soort: 'teruggekoppeld' });
  afsluiten(decision, 'teruggekoppeld', decision.staat.uitkomst);
}

/** Throws DomainError unless there is an outcome that the filer has not heard. */
export function kanTerugkoppelen(decision: Decision): void {
  eisOpen(decision);
  if (decision.staat.status !== 'uitkomst_gemeld') {
    throw new DomainError(
      'status_staat_niet_toe',
      'Eerst moet de uitkomst zijn gemeld. Daarna kan het antwoord aan de melder.',
    );
  }
}
