import { DomainError, type Foutcode } from '../errors.ts';

/** What can be wrong with a field because of what stands in another. */
export type Veldfoutsoort = 'verplicht' | 'overbodig' | 'geen_alleen' | 'geen_partij' | 'niet_bij_melden' | 'te_weinig';

/**
 * What must hold between the fields of an act, by the names that people fill in; what is left out is absent. The rules refuse what
 * breaks one, and whoever reads a form or a request tells all of them at once, each at its field.
 */
export interface Veldregel<T> {
  /** The field at which it is told; `''` when it is about all of them together. */
  veld: (keyof T & string) | '';
  soort: Veldfoutsoort;
  /** With which the rules refuse it. */
  code: Foutcode;
  reden: string;
  klopt: (ingevuld: Partial<T>) => boolean;
}

/** Throws DomainError for the first of these rules that what is filled in breaks. */
export function eisVelden<T>(regels: readonly Veldregel<T>[], ingevuld: T): void {
  const gebroken = regels.find(({ klopt }) => !klopt(ingevuld));
  if (gebroken !== undefined) throw new DomainError(gebroken.code, gebroken.reden);
}
