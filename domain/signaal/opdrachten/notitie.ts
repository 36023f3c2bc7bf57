import { magZien } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { wieHandelt } from './eisen.ts';

/** Anybody who sees the signaal writes something down, at any time. */
export function notitie(besluit: Besluit): void {
  if (!magZien(wieHandelt(besluit), besluit.staat))
    throw new DomainError('niet_bevoegd', 'U kunt bij dit signaal geen notitie maken.');
  besluit.noteer({ soort: 'notitie_toegevoegd' });
}
