import type { Stroomsoort } from '#domain/stroom/soorten.ts';

import { RegelsFalen } from './fouten.ts';
import { type Gebeurtenisvan, type Staatvan, STROOMREGELS } from './soorten.ts';

/** One gebeurtenis with the staat before and after it. */
export interface Schakel<K extends Stroomsoort = 'signaal'> {
  gebeurtenis: Gebeurtenisvan<K>;
  voor: Staatvan<K> | null;
  na: Staatvan<K>;
}

/** Folds the gebeurtenissen into the staat, one by one. */
export function verloopVan<K extends Stroomsoort>(
  soort: K,
  id: string,
  staat: Staatvan<K> | null,
  gebeurtenissen: readonly Gebeurtenisvan<K>[],
): Schakel<K>[] {
  let voor = staat;
  return gebeurtenissen.map((gebeurtenis) => {
    const na = STROOMREGELS[soort].verwerk(voor, id, gebeurtenis);
    const schakel = { gebeurtenis, voor, na };
    voor = na;
    return schakel;
  });
}

/** What the rules say, when they are not meant to refuse: whatever they throw is a fault (RegelsFalen). */
export function volgensDeRegels<T>(stroom: string, regels: () => T): T {
  try {
    return regels();
  } catch (error) {
    const reden = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new RegelsFalen(stroom, reden, { cause: error });
  }
}
