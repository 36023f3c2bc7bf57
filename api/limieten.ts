import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

import { Probleem } from './problem.ts';

/** By what requests are counted: by person, and by address for a request without a valid token. */
export type Limietsoort = 'persoon' | 'adres';

/** Counts one request. Returns the headers that say what is left; throws Probleem 429 when nothing is. */
export type Beperk = (soort: Limietsoort, wie: string) => Promise<Readonly<Record<string, string>>>;

/** Many may be behind one address, and every one of them may make a mistake. */
export const ONBEKENDEN_PER_MINUUT = 300;

const VENSTER_S = 60;

/**
 * So many requests in a minute, counted in PostgreSQL for all processes together; in this process alone while that is away, for a limit is
 * no reason to refuse anybody.
 */
export function createLimieten(pool: Pool, perMinuut: Readonly<Record<Limietsoort, number>>): Beperk {
  const limieten = {
    persoon: limiet(pool, 'persoon', perMinuut.persoon),
    adres: limiet(pool, 'adres', perMinuut.adres),
  };
  return async (soort, wie) => {
    const uitslag = await limieten[soort].consume(wie).catch((fout: unknown) => {
      if (fout instanceof RateLimiterRes) return fout;
      throw fout;
    });
    const over = Math.max(0, perMinuut[soort] - uitslag.consumedPoints);
    const wachtS = Math.max(1, Math.ceil(uitslag.msBeforeNext / 1000));
    const headers = {
      'ratelimit-policy': `"${soort}";q=${perMinuut[soort]};w=${VENSTER_S}`,
      ratelimit: `"${soort}";r=${over};t=${wachtS}`,
    };
    if (uitslag.consumedPoints <= perMinuut[soort]) return headers;
    throw new Probleem('te_vaak', {
      detail: `Hoogstens ${perMinuut[soort]} verzoeken per minuut. Probeer het over ${wachtS} seconden weer.`,
      headers: { ...headers, 'retry-after': String(wachtS) },
    });
  };
}

function limiet(pool: Pool, soort: Limietsoort, points: number): RateLimiterPostgres {
  const telling = { keyPrefix: soort, points, duration: VENSTER_S };
  return new RateLimiterPostgres({
    ...telling,
    storeClient: pool,
    tableName: 'verbruik',
    tableCreated: true,
    // Who is over the limit costs PostgreSQL nothing.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory(telling),
  });
}
