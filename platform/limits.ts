import type { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** What is left after one request more. */
export interface Allowance {
  ok: boolean;
  /** The first one of its minute that is too many, over all processes together. */
  isFirstTooMany: boolean;
  /** Of requests in a minute. */
  most: number;
  /** Seconds until there are more. */
  waitS: number;
  /** As draft-ietf-httpapi-ratelimit-headers names them; with Retry-After when nothing is left. */
  headers: Readonly<Record<string, string>>;
}

/** Counts one request of `who`, as one of `kind`. */
export type Limits<K extends string> = (kind: K, who: string) => Promise<Allowance>;

const WINDOW_S = 60;
/** A minute that is not over by then began before the clock was put back, and would last until it comes there again. */
const LONGEST_MS = 2 * WINDOW_S * 1000;

/**
 * So many requests in a minute, counted in PostgreSQL for all processes together; in this process alone while that is away, for a limit is
 * no reason to refuse anybody.
 */
export function createLimits<K extends string>(pool: Pool, perMinute: Readonly<Record<K, number>>): Limits<K> {
  const limiters = new Map<K, RateLimiterPostgres>();
  const limiterOf = (kind: K): RateLimiterPostgres => {
    const limiter = limiters.get(kind) ?? createLimiter(pool, kind, perMinute[kind]);
    limiters.set(kind, limiter);
    return limiter;
  };
  return async (kind, who) => {
    const most = perMinute[kind];
    const { ok, used } = await consume(limiterOf(kind), who);
    const left = ok ? Math.max(0, most - used.consumedPoints) : 0;
    const waitS = Math.max(1, Math.ceil(used.msBeforeNext / 1000));
    const headers = {
      'ratelimit-policy': `"${kind}";q=${most};w=${WINDOW_S}`,
      ratelimit: `"${kind}";r=${left};t=${waitS}`,
      ...(!ok && { 'retry-after': String(waitS) }),
    };
    return { ok, isFirstTooMany: used.consumedPoints === most + 1, most, waitS, headers };
  };
}

async function consume(limiter: RateLimiterPostgres, who: string): Promise<{ ok: boolean; used: RateLimiterRes }> {
  const counted = await limiter.consume(who).then(
    (used) => ({ ok: true, used }),
    // It refuses by throwing the count, which is 0 for who is kept out without asking PostgreSQL.
    (error: unknown) => {
      if (error instanceof RateLimiterRes) return { ok: false, used: error };
      throw error;
    },
  );
  if (counted.used.msBeforeNext <= LONGEST_MS) return counted;
  await limiter.delete(who);
  return consume(limiter, who);
}

function createLimiter(pool: Pool, kind: string, points: number): RateLimiterPostgres {
  const count = { keyPrefix: kind, points, duration: WINDOW_S };
  return new RateLimiterPostgres({
    ...count,
    storeClient: pool,
    tableName: 'verbruik',
    tableCreated: true,
    // Who is over the limit costs PostgreSQL nothing.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory(count),
  });
}
