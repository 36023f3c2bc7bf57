import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, type DatabaseConnection, type QueryResult } from 'kysely';

import type { Db } from './sql.ts';

const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');
/** The other word for commit, so that what is one query can be told from what is a transaction. */
const END = CompiledQuery.raw('end');

/**
 * A handle of which each query is a transaction of its own, that begins with the statements `context`. Begin, query and end go out
 * together and cost one round trip. When PostgreSQL refuses the context, it refuses the query.
 */
export function aloneEach(orm: MikroORM, context: string): Db {
  const executor = orm.em.getKysely().getExecutor();
  const begin = beginWith(context);
  return {
    getExecutor: () => executor,
    executeQuery: <R>(query: CompiledQuery<R> | { compile: () => CompiledQuery<R> }) => {
      const compiled = 'compile' in query ? query.compile() : query;
      return executor.provideConnection((connection) => inOneFlight(connection, begin, compiled));
    },
  };
}

/** Throws what went wrong first: what follows on that says nothing. */
async function inOneFlight<R>(
  connection: DatabaseConnection,
  begin: CompiledQuery,
  query: CompiledQuery<R>,
): Promise<QueryResult<R>> {
  const began = connection.executeQuery(begin);
  const answered = connection.executeQuery<R>(query);
  const ended = connection.executeQuery(END);
  const failed = (await Promise.allSettled([began, answered, ended])).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
  return answered;
}

/**
 * Runs `work` in one transaction that begins with the statements `context`, and throws what it throws. MikroORM's own `transactional`
 * keeps the connection for ever when the server cuts it (the rollback fails, and only then would it be given back), until none is left;
 * this gives it back always.
 */
export function inTransaction<T>(orm: MikroORM, work: (db: Db) => Promise<T>, context = ''): Promise<T> {
  return orm.em
    .getKysely()
    .connection()
    .execute(async (db) => {
      try {
        await db.executeQuery(beginWith(context));
        const result = await work(db);
        await db.executeQuery(COMMIT);
        return result;
      } catch (error) {
        // On a dead connection this fails too, which would hide why.
        await db.executeQuery(ROLLBACK).catch(() => undefined);
        throw error;
      }
    });
}

/** The same with its rows as entities (`entitiesIn`): what was changed in them is written before the transaction ends. */
export function withEntities<T>(
  orm: MikroORM,
  work: (em: EntityManager, db: Db) => Promise<T>,
  context = '',
): Promise<T> {
  const withEm = async (db: Db): Promise<T> => {
    const em = entitiesIn(orm, db);
    const result = await work(em, db);
    await em.flush();
    return result;
  };
  return inTransaction(orm, withEm, context);
}

/**
 * An entity manager that works inside the transaction `db`, for whom that runs. Its statements hold their values as text, so nothing of
 * a case goes through it, and the server keeps no plan of them.
 */
export function entitiesIn(orm: MikroORM, db: Db): EntityManager {
  const em = orm.em.fork();
  em.setTransactionContext(db);
  return em;
}

function beginWith(context: string): CompiledQuery {
  return CompiledQuery.raw(`begin; ${context}`);
}
