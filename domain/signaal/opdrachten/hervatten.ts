import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { laatVerlopenHerinneringenVervallen } from '../verlopen.ts';

/** The behandelaar goes on before the date of the pause; today counts again. */
export function hervatten(besluit: Besluit): void {
  if (besluit.staat.status !== 'gepauzeerd')
    throw new DomainError('status_staat_niet_toe', 'Dit signaal is niet gepauzeerd.');
  hervat(besluit);
}

/** The pause ends today; a reminder of today whose hour fell in it lapses. */
export function hervat(besluit: Besluit): void {
  besluit.noteer({ soort: 'hervat', automatisch: false });
  besluit.eindigStappen(['pauze'], () => 'gedaan');
  laatVerlopenHerinneringenVervallen(besluit);
}
