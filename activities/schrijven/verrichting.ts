import { AsyncLocalStorage } from 'node:async_hooks';

import type { Ingang } from '#domain/audit/logregel.ts';

/** Who asks, as the log names that one. */
export interface Vrager {
  id: string;
  rollen: readonly string[];
  organisatie: string | null;
}

/** One request while it is served. What is done meanwhile is written down as done in it. */
export interface LopendeVerrichting {
  readonly ingang: Ingang;
  /** W3C trace id, 32 hexadecimal digits. */
  readonly spoor: string;
  /** The address that it came from. */
  readonly adres: string | null;
  /** Known once somebody was found. */
  vrager: Vrager | null;
  /** Whether what was asked is written down in the transaction in which it was done. That it ended well, the answer tells. */
  geschreven: boolean;
  /** Who asked once too often, the first time in a minute: by their account, or null for an address or a link. */
  teVaak: { persoon: string | null } | null;
  /** The number of the signaal that it is about, where its address does not say so. */
  signaal: string | null;
}

const HUIDIGE = new AsyncLocalStorage<LopendeVerrichting>();

/** Runs `werk`, and all that it waits for, as part of this request. */
export function binnen<T>(verrichting: LopendeVerrichting, werk: () => T): T {
  return HUIDIGE.run(verrichting, werk);
}

/** The request within which this runs; undefined for what nobody asks. */
export function huidigeVerrichting(): LopendeVerrichting | undefined {
  return HUIDIGE.getStore();
}

/** From here on it is known who asks. */
export function noemVrager(vrager: Vrager): void {
  const verrichting = HUIDIGE.getStore();
  if (verrichting !== undefined) verrichting.vrager = vrager;
}

/** More was asked than may be, for the first time in a minute. */
export function noemTeVaak(persoon: string | null): void {
  const verrichting = HUIDIGE.getStore();
  if (verrichting !== undefined) verrichting.teVaak = { persoon };
}

/** What is asked is about the signaal with this number. */
export function noemSignaal(nummer: string): void {
  const verrichting = HUIDIGE.getStore();
  if (verrichting !== undefined) verrichting.signaal = nummer;
}
