import { Kysely, PostgresDialect } from 'kysely';

import { createPool } from './connections.ts';
import type { Namens } from './namens.ts';
import type { Db } from './sql.ts';

/**
 * Where the queries of one dienst run, on connections of its own and without entities: a thread that only asks begins in half the time.
 * Nothing is contacted before the first query. The connections end with the thread.
 */
export function createDienstDb(
  databaseUrl: string,
  max: number,
  namens: Extract<Namens, { rol: 'dienst' }>,
  patience: { patient: boolean },
): Db {
  const pool = createPool(databaseUrl, max, namens, patience);
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}
