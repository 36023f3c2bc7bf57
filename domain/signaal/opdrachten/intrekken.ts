import { DomainError } from '../../errors.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Besluit } from '../besluit.ts';
import { wieHandelt } from './eisen.ts';

/** The filer takes her signaal back; it closes at once. */
export function intrekken(besluit: Besluit): void {
  const persoon = wieHandelt(besluit);
  const { staat } = besluit;
  if (staat.melder !== persoon.id) throw new DomainError('niet_bevoegd', 'Alleen de melder kan een signaal intrekken.');
  if (staat.status === 'afgesloten') throw new DomainError('gesloten', 'Dit signaal is afgesloten.');
  besluit.noteer({ soort: 'ingetrokken' });
  afsluiten(besluit, 'ingetrokken', null);
}
