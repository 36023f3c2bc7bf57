import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { laatVerlopenHerinneringenVervallen } from '../verlopen.ts';

/** The behandelaar goes on before the date of the pause: it ends today, and a reminder of today whose hour fell in it lapses. */
export function hervatten(besluit: Besluit): void {
  besluit.noteer({ soort: 'hervat', automatisch: false });
  besluit.eindigStappen(['pauze'], () => 'gedaan');
  laatVerlopenHerinneringenVervallen(besluit);
}

/** Throws DomainError unless it is paused. */
export function kanHervatten({ staat }: Besluit): void {
  if (staat.status !== 'gepauzeerd') throw new DomainError('status_staat_niet_toe', 'Dit signaal is niet gepauzeerd.');
}
