import { magZien } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import type { Persoon } from '../kader.ts';
import { wieHandelt } from './eisen.ts';

/** Anybody who sees the signaal writes something down, at any time. */
export function notitie(besluit: Besluit): void {
  besluit.noteer({ soort: 'notitie_toegevoegd' });
}

/** Throws DomainError `niet_bevoegd` for who does not see the signaal. */
export function eisLezer(besluit: Besluit): Persoon {
  const persoon = wieHandelt(besluit);
  if (!magZien(persoon, besluit.staat))
    throw new DomainError('niet_bevoegd', 'U kunt bij dit signaal geen notitie maken.');
  return persoon;
}
