import { noemTeVaak } from '#activities/schrijven/verrichting.ts';
import type { Limietsoort } from '#contract/limieten.ts';
import type { Limits } from '#platform/limits.ts';

import { Probleem } from './problem.ts';

/** Counts one request. Returns the headers that say what is left; throws Probleem 429 when nothing is. */
export type Beperk = (soort: Limietsoort, wie: string) => Promise<Readonly<Record<string, string>>>;

export function createBeperk(limieten: Limits<Limietsoort>): Beperk {
  return async (soort, wie) => {
    const { ok, isFirstTooMany, most, waitS, headers } = await limieten(soort, wie);
    if (ok) return headers;
    if (isFirstTooMany) noemTeVaak(soort === 'persoon' ? wie : null);
    throw new Probleem('te_vaak', {
      detail: `Hoogstens ${most} verzoeken per minuut. Probeer het over ${waitS} seconden weer.`,
      headers: { ...headers },
    });
  };
}
