import { treedtOpVoor } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import { vorigeBehandelaar } from '../ladder.ts';
import { eisGeenConflict, eisOpen, isBehandelaar, wieHandelt } from './eisen.ts';

/**
 * The hand-over note that is missing after the clock brought the signaal up: what was tried, what was asked and what is wanted now.
 * It blocks nothing and moves nothing.
 */
export function overdrachtVastleggen(decision: Decision): void {
  decision.noteer({ soort: 'overdracht_vastgelegd' });
}

/** Throws DomainError unless the clock brought it here and nobody has written the note yet. */
export function kanOverdrachtVastleggen({ staat }: Decision): void {
  eisOpen({ staat });
  if (!staat.zonderOverdracht) {
    throw new DomainError(
      'status_staat_niet_toe',
      'Bij dit signaal mist geen overdracht. Wilt u iets toevoegen? Schrijf dan een notitie.',
    );
  }
}

/**
 * Who had it last at a lower level, or has it in hand now and heard it from that person; or who deputises for one of them.
 * Throws DomainError `niet_behandelaar`, `belangenconflict`.
 */
export function eisOverdrager(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  const { staat } = decision;
  const vorige = vorigeBehandelaar(staat);
  if (!isBehandelaar(persoon, staat) && (vorige === null || !treedtOpVoor(persoon, vorige))) {
    throw new DomainError(
      'niet_behandelaar',
      'Alleen wie dit signaal behandelt, of het hiervoor behandelde op een lager niveau, kan de overdracht schrijven.',
    );
  }
  eisGeenConflict(persoon, staat);
  return persoon;
}
