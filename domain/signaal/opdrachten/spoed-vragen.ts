import { DomainError } from '../../errors.ts';
import type { Decision } from '../decision.ts';
import { eisLopend } from './eisen.ts';

/** The filer asks the coordinator to treat it as spoed; the coordinator decides by indelingWijzigen. */
export function spoedVragen(decision: Decision): void {
  decision.noteer({ soort: 'spoed_gevraagd' });
}

/** Throws DomainError unless it could still become urgent. */
export function kanSpoedVragen({ staat }: Decision): void {
  eisLopend(staat);
  if (staat.urgentie === 'spoed') throw new DomainError('al_eens_gedaan', 'Dit signaal heeft al spoed.');
}
