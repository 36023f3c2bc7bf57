import { DomainError } from '../../errors.ts';
import { datumVan } from '../../tijd/amsterdam.ts';
import { voluit } from '../../tijd/uitleg.ts';
import { afsluiten } from '../afsluiten.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { STAPSOORTEN, type Staat } from '../staat.ts';

type Wissen = Extract<Opdrachtinhoud, { soort: 'wissen' }>;

/**
 * From here on nobody reads it or does anything with it; what people wrote is destroyed after it. Throws DomainError
 * `status_staat_niet_toe` while it is open, unless it was erased before: then a back-up brought it back.
 */
export function wissen(decision: Decision, { grond, maanden, bevestigdDoor, sluiting }: Wissen): void {
  if (decision.staat.status !== 'afgesloten') {
    if (sluiting?.afsluiting == null) throw new DomainError('status_staat_niet_toe', LOOPT_NOG);
    afsluiten(decision, sluiting.afsluiting, sluiting.uitkomst);
  }
  decision.eindigStappen(STAPSOORTEN, () => 'vervallen');
  decision.noteer({ soort: 'gewist', grond, maanden, bevestigdDoor });
}

/** Throws DomainError `gewist` once it is. */
export function eisNietGewist(decision: Decision): void {
  if (!decision.isNieuw && decision.staat.gewist !== undefined)
    throw new DomainError('gewist', gewistzin(decision.staat.gewist));
}

/** What whoever asks for it is told. */
export function gewistzin({ op, grond, maanden }: NonNullable<Staat['gewist']>): string {
  const waarom =
    grond === 'bewaartermijn' && maanden !== null
      ? `omdat de bewaartermijn van ${duurVan(maanden)} voorbij was`
      : 'op verzoek van iemand over wie het ging (artikel 17 van de AVG)';
  return `Dit signaal is gewist op ${voluit(datumVan(op))}, ${waarom}.`;
}

/** A number of months as one says it. */
export function duurVan(maanden: number): string {
  if (maanden % 12 === 0) return `${maanden / 12} jaar`;
  return maanden === 1 ? '1 maand' : `${maanden} maanden`;
}

/** Why an open signaal is not erased. */
export const LOOPT_NOG = 'Dit signaal loopt nog. Bevestigen kan zodra het is afgesloten.';
