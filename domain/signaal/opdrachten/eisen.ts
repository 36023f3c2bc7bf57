import { type Belangen, coordineert, heeftConflict, treedtOpVoor } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import { datumVan, type Datum } from '../../tijd/amsterdam.ts';
import { voluit } from '../../tijd/uitleg.ts';
import { plusWerkdagen } from '../../tijd/werkdagen.ts';
import type { Decision } from '../decision.ts';
import { DIENST } from '../opdracht.ts';
import type { Staat } from '../staat.ts';

export const NIET_OPGEPAKT = 'Dit signaal is nog niet opgepakt.';

/** The person who acts. Throws DomainError `niet_bevoegd` for somebody who may do nothing at all here. */
export function wieHandelt({ kader, aanleiding }: Decision): Persoon {
  const persoon = aanleiding.door === null ? undefined : kader.personen[aanleiding.door];
  if (persoon?.actief !== true) throw new DomainError('niet_bevoegd', 'Uw account mag hier niets doen.');
  return persoon;
}

/**
 * Who has it in hand, or deputises for that person. Throws DomainError `niet_behandelaar` for everybody else, `belangenconflict` for who
 * may not; a coordinator hears with `geen_behandelaar` that it must be picked up first.
 */
export function eisBehandelaar(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  const { staat } = decision;
  if (staat.behandelaar === null && coordineert(persoon, staat)) {
    eisGeenConflict(persoon, staat);
    eisLopend(staat);
    throw new DomainError('geen_behandelaar', NIET_OPGEPAKT);
  }
  if (!isBehandelaar(persoon, staat)) throw new DomainError('niet_behandelaar', 'Alleen de behandelaar kan dit doen.');
  eisGeenConflict(persoon, staat);
  return persoon;
}

/** Throws DomainError `niet_bevoegd` for who does not coordinate this signaal, `belangenconflict` for who may not. */
export function eisCoordinator(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  if (!coordineert(persoon, decision.staat)) {
    throw new DomainError('niet_bevoegd', 'Alleen een coördinator van de regio of het landelijk team kan dit doen.');
  }
  eisGeenConflict(persoon, decision.staat);
  return persoon;
}

/** Throws DomainError `niet_bevoegd` for everybody but the filer. */
export function eisMelder(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  if (persoon.id !== decision.staat.melder) throw new DomainError('niet_bevoegd', 'Alleen de melder kan dit doen.');
  return persoon;
}

/** Throws DomainError `niet_bevoegd` for everybody but the service itself. */
export function eisDienst({ aanleiding }: Decision): void {
  if (aanleiding.door !== DIENST) throw new DomainError('niet_bevoegd', 'Dit doet alleen Signaalpunt zelf.');
}

/** True for the behandelaar and for whoever deputises for the behandelaar today. */
export function isBehandelaar(persoon: Persoon, { behandelaar }: Pick<Staat, 'behandelaar'>): boolean {
  return behandelaar !== null && treedtOpVoor(persoon, behandelaar);
}

/** Throws DomainError `belangenconflict` for who works for an organisation that the signaal concerns. */
export function eisGeenConflict(persoon: Persoon, staat: Belangen): void {
  if (heeftConflict(persoon, staat)) {
    throw new DomainError(
      'belangenconflict',
      'Dit signaal gaat over de organisatie waar u werkt, of die is iets gevraagd. Een ander moet het behandelen.',
    );
  }
}

/** Throws DomainError `gesloten` once the signaal is closed. */
export function eisOpen({ staat }: Pick<Decision, 'staat'>): void {
  if (staat.status === 'afgesloten') throw new DomainError('gesloten', 'Dit signaal is afgesloten.');
}

/** Throws DomainError unless the signaal waits for somebody or is in somebody's hands. */
export function eisLopend(staat: Staat): void {
  eisOpen({ staat });
  if (staat.status === 'uitkomst_gemeld') {
    throw new DomainError(
      'status_staat_niet_toe',
      'De uitkomst van dit signaal is al gemeld. Koppel die eerst terug aan de melder.',
    );
  }
}

/** Throws DomainError `datum_ongeldig` for a date after today: of what has been, the day is known. */
export function eisGeweest({ nu }: Pick<Decision, 'nu'>, datum: Datum): void {
  if (isNogNietGeweest(datum, datumVan(nu))) throw new DomainError('datum_ongeldig', 'Deze datum ligt in de toekomst.');
}

/** True for a date after `vandaag` (both Amsterdam). */
export function isNogNietGeweest(datum: Datum, vandaag: Datum): boolean {
  return datum > vandaag;
}

/** Throws DomainError `datum_ongeldig` unless `datum` lies after today and at most `werkdagen` working days ahead. */
export function eisDatumVooruit({ staat, nu }: Decision, datum: Datum, werkdagen: number): void {
  const vandaag = datumVan(nu);
  const uiterlijk = plusWerkdagen(vandaag, werkdagen, staat.kalender);
  if (datum <= vandaag || datum > uiterlijk) {
    throw new DomainError('datum_ongeldig', `Kies een datum na vandaag, en uiterlijk ${voluit(uiterlijk)}.`);
  }
}
