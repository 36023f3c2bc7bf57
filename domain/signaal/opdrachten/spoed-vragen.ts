import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { eisLopend } from './eisen.ts';

/** The filer asks the coordinator to treat it as spoed; the coordinator decides by indelingWijzigen. */
export function spoedVragen(besluit: Besluit): void {
  besluit.noteer({ soort: 'spoed_gevraagd' });
}

/** Throws DomainError unless it could still become urgent. */
export function kanSpoedVragen({ staat }: Besluit): void {
  eisLopend(staat);
  if (staat.urgentie === 'spoed') throw new DomainError('al_eens_gedaan', 'Dit signaal heeft al spoed.');
}
