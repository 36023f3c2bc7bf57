import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { eisLopend } from './eisen.ts';

/** The filer asks the coordinator to treat it as spoed; the coordinator decides by indelingWijzigen. */
export function spoedVragen(besluit: Besluit): void {
  eisLopend(besluit.staat);
  if (besluit.staat.urgentie === 'spoed') throw new DomainError('al_eens_gedaan', 'Dit signaal heeft al spoed.');
  besluit.noteer({ soort: 'spoed_gevraagd' });
}
