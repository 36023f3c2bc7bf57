import { DomainError } from '../../errors.ts';
import type { Decision } from '../decision.ts';
import { beginOppakken, laatsteBehandelaar } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { eisOpen } from './eisen.ts';

type Overdragen = Extract<Opdrachtinhoud, { soort: 'overdragen' }>;

/**
 * To another region, which keeps the running term. At regionaal it goes to the last behandelaar there, else it waits to be picked
 * up; at the other levels the behandelaar stays, and at landelijk nobody has to pick it up anew. The old region keeps sight.
 */
export function overdragen(decision: Decision, { regio }: Overdragen): void {
  const { staat, kader } = decision;
  if (staat.regio === regio) throw new DomainError('al_eens_gedaan', 'Het signaal is al van deze regio.');
  const behandelaar =
    staat.niveau === 'regionaal' ? laatsteBehandelaar('regionaal', regio, staat, kader) : staat.behandelaar;
  decision.noteer({ soort: 'overgedragen', van: staat.regio, naar: regio, behandelaar });
  if (staat.niveau === 'landelijk') return;
  decision.eindigStappen(['oppakken'], () => 'gedaan');
  if (behandelaar === null) beginOppakken(decision);
}

/** Throws DomainError unless it waits or is in hand. */
export function kanOverdragen(decision: Decision): void {
  eisOpen(decision);
  const { status } = decision.staat;
  if (status !== 'in_behandeling' && status !== 'wacht_op_oppakken') {
    throw new DomainError('status_staat_niet_toe', 'Overdragen kan als het signaal wacht of in behandeling is.');
  }
}
