import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import { eisLopend } from './eisen.ts';

/** A coordinator takes a signaal that nobody has in hand, and becomes its behandelaar. */
export function oppakken(decision: Decision, _: unknown, persoon: Persoon): void {
  decision.noteer({ soort: 'opgepakt', behandelaar: persoon.id });
  decision.eindigStappen(['oppakken'], () => 'gedaan');
}

/** Throws DomainError unless nobody has it in hand. */
export function kanOppakken({ staat }: Decision, _: unknown, persoon: Persoon): void {
  const { behandelaar } = staat;
  eisLopend(staat);
  if (behandelaar === persoon.id) throw new DomainError('al_behandelaar', 'U behandelt dit signaal al.');
  if (behandelaar !== null) throw new DomainError('al_opgepakt', 'Een ander heeft dit signaal al opgepakt.');
}
