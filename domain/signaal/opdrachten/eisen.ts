import { coordineert, heeftConflict } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Besluit } from '../besluit.ts';
import type { Persoon } from '../kader.ts';
import type { Staat } from '../staat.ts';

/** The person who acts. Throws DomainError `niet_bevoegd` or `belangenconflict` when she may do nothing at all here. */
export function wieHandelt({ kader, aanleiding }: Besluit): Persoon {
  const persoon = aanleiding.door === null ? undefined : kader.personen[aanleiding.door];
  if (persoon?.actief !== true) throw new DomainError('niet_bevoegd', 'Uw account mag hier niets doen.');
  return persoon;
}

/** Throws DomainError `belangenconflict` for who works for the organisation that the signaal concerns. */
export function eisGeenConflict(persoon: Persoon, staat: Pick<Staat, 'organisatie'>): void {
  if (heeftConflict(persoon, staat)) {
    throw new DomainError(
      'belangenconflict',
      'Dit signaal gaat over de organisatie waar u werkt. Een ander moet het behandelen.',
    );
  }
}

/** Throws DomainError unless the signaal waits for somebody or is in somebody's hands. */
export function eisLopend({ status }: Staat): void {
  if (status === 'afgesloten') throw new DomainError('gesloten', 'Dit signaal is afgesloten.');
  if (status !== 'in_behandeling' && status !== 'wacht_op_oppakken') {
    throw new DomainError(
      'status_staat_niet_toe',
      'De uitkomst van dit signaal is al gemeld. Koppel die eerst terug aan de melder.',
    );
  }
}

/** Throws DomainError `niet_behandelaar` for everybody but the behandelaar, `geen_behandelaar` when there is none. */
export function eisBehandelaar(persoon: Persoon, { behandelaar }: Staat): void {
  if (behandelaar === null) throw new DomainError('geen_behandelaar', 'Dit signaal is nog niet opgepakt.');
  if (behandelaar !== persoon.id) throw new DomainError('niet_behandelaar', 'Alleen de behandelaar kan dit doen.');
}

/** Throws DomainError `niet_bevoegd` for who does not coordinate this signaal, `belangenconflict` for who may not. */
export function eisCoordinator(persoon: Persoon, staat: Staat): void {
  if (!coordineert(persoon, staat)) {
    throw new DomainError('niet_bevoegd', 'Alleen een coördinator van de regio of het landelijk team kan dit doen.');
  }
  eisGeenConflict(persoon, staat);
}
