import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';

import type { Namens } from './namens.ts';
import { contextVan } from './rechten/rollen.ts';
import type { Db } from './sql.ts';
import { aloneEach, entitiesIn, inTransaction, togetherEach, withEntities } from './transaction.ts';

export type { Namens } from './namens.ts';

/** The database, which nobody can ask anything without saying for whom: PostgreSQL answers with that one's rights. */
export interface Database {
  /** Where the queries of one asker run, each by itself; of a reader those together that are asked in one go. */
  readonly voor: (namens: Namens) => Db;
  /**
   * Runs `work` in one transaction and throws what it throws. `lockMs`: how long it waits for a lock; as long as for any answer when it is left out.
   * `snapshot`: all its queries see the rows as they are at the first of them.
   */
  readonly inTransaction: <T>(
    namens: Namens,
    work: (db: Db) => Promise<T>,
    options?: { lockMs?: number; snapshot?: true },
  ) => Promise<T>;
  /** The same with its rows as entities: what was changed in them is written before the transaction ends. */
  readonly withEntities: <T>(namens: Namens, work: (em: EntityManager, db: Db) => Promise<T>) => Promise<T>;
  /** An entity manager that works inside the transaction `db`, for whom that runs. */
  readonly entitiesIn: (db: Db) => EntityManager;
}

/** All handles share the connections of `orm`. Whoever made that closes it. */
export function createDatabase(orm: MikroORM): Database {
  return {
    voor: (namens) => (namens.rol === 'lezer' ? togetherEach : aloneEach)(orm, contextVan(namens)),
    inTransaction: (namens, work, { lockMs, snapshot } = {}) => {
      const look = snapshot === true ? 'set transaction isolation level repeatable read; ' : '';
      const patience = lockMs === undefined ? '' : `; set local lock_timeout = ${lockMs}`;
      return inTransaction(orm, work, look + contextVan(namens) + patience);
    },
    withEntities: (namens, work) => withEntities(orm, work, contextVan(namens)),
    entitiesIn: (db) => entitiesIn(orm, db),
  };
}
