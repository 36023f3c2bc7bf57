import type { Database, Namens } from '#db/database.ts';
import type { Db } from '#db/sql.ts';

import { StroomBezet } from './fouten.ts';

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const UNIQUE_VIOLATION = '23505';
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK_DETECTED = '40P01';

const ATTEMPTS = 3;
const LOCK_MS = 2_000;

/**
 * Runs `werk` in one transaction. Throws StroomBezet when a lock does not come within two seconds. When somebody else was first
 * to write the same key, all is done again, and this time it finds what the other wrote.
 */
export async function inTransactie<T>(database: Database, namens: Namens, werk: (db: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.inTransaction(namens, werk, { lockMs: LOCK_MS });
    } catch (error) {
      const code = sqlState(error);
      if (code === UNIQUE_VIOLATION && attempt < ATTEMPTS) continue;
      if (code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK_DETECTED) throw error;
      throw new StroomBezet('Dit signaal wordt nu door een ander bijgewerkt.', { cause: error });
    }
  }
}

function sqlState(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
