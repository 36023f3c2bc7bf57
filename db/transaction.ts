import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, type QueryResult } from 'kysely';

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
    executeQuery: async <R>(query: Query<R>) => {
      const [answer] = await inOneFlight(executor, begin, [compiled(query)]);
      return answer as QueryResult<R>;
    },
  };
}

/**
 * The same where queries that are asked in one go, before anything that they wait for can have come, share that transaction: one connection and
 * one round trip for all. Each reads what is there when its turn comes. When one fails they all do. For who only reads: a change would be undone
 * by what failed beside it.
 */
export function togetherEach(orm: MikroORM, context: string): Db {
  const executor = orm.em.getKysely().getExecutor();
  const begin = beginWith(context);
  let asked: Asked[] = [];
  const leave = (): void => {
    const now = asked;
    asked = [];
    inOneFlight(
      executor,
      begin,
      now.map(({ query }) => query),
    ).then(
      (answers) => now.forEach(({ resolve }, i) => resolve(answers[i])),
      (error: unknown) => now.forEach(({ reject }) => reject(error)),
    );
  };
  return {
    getExecutor: () => executor,
    executeQuery: <R>(query: Query<R>) =>
      new Promise<QueryResult<R>>((resolve, reject) => {
        asked.push({ query: compiled(query), resolve: resolve as Asked['resolve'], reject });
        // What runs in this turn has asked all that it will when its microtasks are done.
        if (asked.length === 1) queueMicrotask(() => process.nextTick(leave));
      }),
  };
}

type Query<R> = CompiledQuery<R> | { compile: () => CompiledQuery<R> };

interface Asked {
  query: CompiledQuery<unknown>;
  resolve: (answer: QueryResult<unknown> | undefined) => void;
  reject: (error: unknown) => void;
}

function compiled<R>(query: Query<R>): CompiledQuery<R> {
  return 'compile' in query ? query.compile() : query;
}

/** Throws what went wrong first: what follows on that says nothing. */
function inOneFlight(
  executor: ReturnType<Db['getExecutor']>,
  begin: CompiledQuery,
  queries: readonly CompiledQuery<unknown>[],
): Promise<QueryResult<unknown>[]> {
  return executor.provideConnection(async (connection) => {
    const sent = [begin, ...queries, END].map((query) => connection.executeQuery(query));
    const failed = (await Promise.allSettled(sent)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    return (await Promise.all(sent)).slice(1, -1);
  });
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
