import type { MikroORM } from '@mikro-orm/postgresql';

import type { Db } from './sql.ts';

/**
 * Runs `work` in one transaction and throws what it throws. MikroORM's own `transactional` keeps the connection for ever when
 * the server cuts it (the rollback fails, and only then would it be given back), until none is left; this gives it back always.
 */
export async function inTransaction<T>(orm: MikroORM, work: (db: Db) => Promise<T>): Promise<T> {
  let cause: unknown;
  try {
    return await orm.em
      .getKysely()
      .transaction()
      .execute((db) =>
        work(db).catch((error: unknown) => {
          cause = error;
          throw error;
        }),
      );
  } catch (error) {
    // On a dead connection the rollback fails too, which would hide why.
    throw cause ?? error;
  }
}
