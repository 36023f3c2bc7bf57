import { treedtOpVoor } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import { beginOppakken } from '../ladder.ts';
import { eisCoordinator, eisLopend, wieHandelt } from './eisen.ts';

/** The behandelaar lets it go, or a coordinator takes it from her; somebody must pick it up. A pause ends with it. */
export function vrijgeven(besluit: Besluit): void {
  const persoon = wieHandelt(besluit);
  const { staat } = besluit;
  eisLopend(staat);
  if (staat.behandelaar === null) throw new DomainError('geen_behandelaar', 'Dit signaal is nog niet opgepakt.');
  if (!treedtOpVoor(persoon, staat.behandelaar)) eisCoordinator(persoon, staat);
  if (staat.status === 'gepauzeerd') besluit.noteer({ soort: 'hervat', automatisch: false });
  besluit.eindigStappen(['pauze'], () => 'gedaan');
  besluit.noteer({ soort: 'vrijgegeven' });
  beginOppakken(besluit);
}
