import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';

import { RegelsFalen } from './fouten.ts';

/** One gebeurtenis with the staat before and after it. */
export interface Schakel {
  gebeurtenis: Gebeurtenis;
  voor: Staat | null;
  na: Staat;
}

/** Folds the gebeurtenissen into the staat, one by one. */
export function verloopVan(id: string, staat: Staat | null, gebeurtenissen: readonly Gebeurtenis[]): Schakel[] {
  let voor = staat;
  return gebeurtenissen.map((gebeurtenis) => {
    const na = verwerk(voor, id, gebeurtenis);
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
