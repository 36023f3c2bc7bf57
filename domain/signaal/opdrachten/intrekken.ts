import { DomainError } from '../../errors.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Besluit } from '../besluit.ts';

/** The filer takes her signaal back; it closes at once. */
export function intrekken(besluit: Besluit): void {
  if (besluit.staat.status === 'afgesloten') throw new DomainError('gesloten', 'Dit signaal is afgesloten.');
  besluit.noteer({ soort: 'ingetrokken' });
  afsluiten(besluit, 'ingetrokken', null);
}
