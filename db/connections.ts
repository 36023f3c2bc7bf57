import { Pool, type PoolConfig } from 'pg';

import type { Namens } from './namens.ts';
import { NoAnswer, PreparingClient, type PreparingClientConfig } from './preparing-client.ts';
import { rolVan } from './rechten/rollen.ts';

/** How long things may take, in milliseconds. Somebody waits for each of them. */
const PATIENCE = {
  /** To get a connection, from the pool or a new one. */
  connectMs: 5_000,
  /** One statement, by PostgreSQL itself: it stops and says so. */
  statementMs: 7_000,
  /** The same with the way to it. Longer, so that a slow server is not taken for one that is gone. */
  answerMs: 8_000,
  /** Between two statements of a transaction, whose locks hold up others while its process is frozen. */
  idleInTransactionMs: 8_000,
} as const;

/** PostgreSQL too notices within seconds that we are gone, and lets go of what we locked. */
const SERVER_NOTICES = [
  `tcp_user_timeout=${PATIENCE.answerMs}`,
  'tcp_keepalives_idle=4',
  'tcp_keepalives_interval=2',
  'tcp_keepalives_count=2',
];

/** To compile a query takes longer than any of ours runs; PostgreSQL, which thinks that some are long, would. */
const UNCOMPILED = 'jit=off';

/** The settings of a connection, and of the pool that holds it. `patient`: no limit to one statement, for what nobody waits for. */
export function connectionSettings({ patient = false } = {}): PoolConfig & PreparingClientConfig {
  return {
    // Statements that need not wait for each other's answer go out together.
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: 4_000,
    connectionTimeoutMillis: PATIENCE.connectMs,
    options: [...SERVER_NOTICES, UNCOMPILED].map((setting) => `-c ${setting}`).join(' '),
    ...(!patient && {
      statement_timeout: PATIENCE.statementMs,
      idle_in_transaction_session_timeout: PATIENCE.idleInTransactionMs,
      answerMs: PATIENCE.answerMs,
    }),
  };
}

/**
 * A pool of its own beside MikroORM's, for a library that wants one: all its queries run for one dienst. Whoever calls this ends it.
 */
export function createPool(
  connectionString: string,
  max: number,
  { dienst }: Extract<Namens, { rol: 'dienst' }>,
  patience: { patient?: boolean } = {},
): Pool {
  const settings = connectionSettings(patience);
  const pool = new Pool({ ...settings, connectionString, max, Client: PreparingClient } as PoolConfig);
  // Who has the connection hears it too; without anybody to listen it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // Without it every query is refused, so whoever waits hears it.
    client.query(`set role ${rolVan(dienst)}`).catch(() => undefined);
  });
  dropDeadTogether(pool);
  return pool;
}

/**
 * What swallows one connection has mostly swallowed them all. When one is given up, those that lie idle and said nothing since go
 * with it: otherwise each would be found out by somebody who waits for it.
 */
export function dropDeadTogether(pool: Pool): void {
  const idle = new Set<unknown>();
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      if (!(error instanceof NoAnswer)) return;
      const silentSince = performance.now() - PATIENCE.answerMs;
      for (const other of idle) if (other instanceof PreparingClient && other.heardAt <= silentSince) other.giveUp();
    });
  });
  pool.on('acquire', (client) => void idle.delete(client));
  pool.on('remove', (client) => void idle.delete(client));
  pool.on('release', (_error, client) => void idle.add(client));
}
