import { magLezen } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import { wieHandelt } from './eisen.ts';

/** Anybody who may read the signaal writes something down, at any time. */
export function notitie(decision: Decision): void {
  decision.noteer({ soort: 'notitie_toegevoegd' });
}

/** Throws DomainError `niet_bevoegd` for who may not read the signaal. */
export function eisLezer(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  if (!magLezen(persoon, decision.staat))
    throw new DomainError('niet_bevoegd', 'U kunt bij dit signaal geen notitie maken.');
  return persoon;
}
