import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';

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

/** The same with its rows as entities (`entitiesIn`): what was changed in them is written before the transaction ends. */
export function withEntities<T>(orm: MikroORM, work: (em: EntityManager, db: Db) => Promise<T>): Promise<T> {
  return inTransaction(orm, async (db) => {
    const em = entitiesIn(orm, db);
    const result = await work(em, db);
    await em.flush();
    return result;
  });
}

/**
 * An entity manager that works inside the transaction `db`. Its statements hold their values as text, so nothing of a case goes
 * through it, and the server keeps no plan of them.
 */
export function entitiesIn(orm: MikroORM, db: Db): EntityManager {
  const em = orm.em.fork();
  em.setTransactionContext(db);
  return em;
}
