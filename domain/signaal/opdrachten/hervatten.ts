import { DomainError } from '../../errors.ts';
import type { Decision } from '../decision.ts';
import { laatVerlopenHerinneringenVervallen } from '../verlopen.ts';

/** The behandelaar goes on before the date of the pause: it ends today, and a reminder of today whose hour fell in it lapses. */
export function hervatten(decision: Decision): void {
  decision.noteer({ soort: 'hervat', automatisch: false });
  decision.eindigStappen(['pauze'], () => 'gedaan');
  laatVerlopenHerinneringenVervallen(decision);
}

/** Throws DomainError unless it is paused. */
export function kanHervatten({ staat }: Decision): void {
  if (staat.status !== 'gepauzeerd') throw new DomainError('status_staat_niet_toe', 'Dit signaal is niet gepauzeerd.');
}
