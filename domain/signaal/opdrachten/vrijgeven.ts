import { DomainError } from '../../errors.ts';
import type { Decision } from '../decision.ts';
import { beginOppakken } from '../ladder.ts';
import { DIENST } from '../opdracht.ts';
import { eisBehandelaar, eisCoordinator, eisLopend, isBehandelaar, wieHandelt, NIET_OPGEPAKT } from './eisen.ts';
import { hervatten } from './hervatten.ts';

/**
 * The behandelaar lets it go, or a coordinator takes it away; somebody must pick it up. A pause ends with it.
 * The service does it for a behandelaar whose account has ended.
 */
export function vrijgeven(decision: Decision): void {
  const { staat, kader, aanleiding } = decision;
  if (aanleiding.door === DIENST) {
    const weg = staat.behandelaar !== null && kader.personen[staat.behandelaar]?.actief !== true;
    if (!weg || staat.status === 'afgesloten' || staat.status === 'uitkomst_gemeld') return;
  }
  if (staat.status === 'gepauzeerd') hervatten(decision);
  decision.noteer({ soort: 'vrijgegeven' });
  beginOppakken(decision);
}

/** Throws DomainError when there is nobody to let it go; the service then does nothing instead. */
export function kanVrijgeven({ staat, aanleiding }: Decision): void {
  if (aanleiding.door === DIENST) return;
  eisLopend(staat);
  if (staat.behandelaar === null) throw new DomainError('geen_behandelaar', NIET_OPGEPAKT);
}

/** The behandelaar, a coordinator of the signaal, or the service itself. */
export function eisVrijgever(decision: Decision): void {
  if (decision.aanleiding.door === DIENST) return;
  if (isBehandelaar(wieHandelt(decision), decision.staat)) eisBehandelaar(decision);
  else eisCoordinator(decision);
}
