import { setTimeout as sleep } from 'node:timers/promises';

import { Logger as JobLogger, run as runJobs, type Runner, type TaskList } from 'graphile-worker';
import type { Logger } from 'pino';

import { text } from '#db/columns.ts';
import { createPool } from '#db/connections.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import type { Task } from '#platform/keep-running.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'jobs' } as const;

/** One thing to do, that may be done at any time and as often as one likes. */
export interface Taak {
  name: string;
  doe: () => Promise<unknown>;
  /** How long to wait in between; 5 seconds when it does not say. What failed is tried again sooner (`pauzeNa`). */
  elkeMs?: number;
}

export interface Jobpart extends Task {
  isReady: () => boolean;
}

const SWEEP_MS = 5_000;
const OPNIEUW_MS = 60_000;
/** A poke takes no time, so few will do. */
const CONCURRENCY = 3;
/** One of them listens. */
const CONNECTIONS = CONCURRENCY + 1;
const END_MS = 2_000;

/**
 * The part of the worker that listens to PostgreSQL: a job is a poke, told to `taken`. No job ever fails, because one
 * that did would be tried again hours later; what went wrong is found by the sweep.
 */
export function createJobs({ databaseUrl, taken }: { databaseUrl: string; taken: TaskList }): Jobpart {
  let runner: Runner | undefined;

  async function run(signal: AbortSignal): Promise<void> {
    const pool = createPool(databaseUrl, CONNECTIONS, ALS);
    const stop = (): void => void runner?.stop().catch(() => undefined);
    try {
      runner = await runJobs({
        pgPool: pool,
        taskList: taken,
        concurrency: CONCURRENCY,
        noHandleSignals: true,
        logger: SILENT,
      });
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      await runner.promise;
    } finally {
      signal.removeEventListener('abort', stop);
      runner = undefined;
      // A connection that died without a word would be waited for until the operating system finds out.
      await Promise.race([pool.end(), sleep(END_MS, undefined, { ref: false })]);
    }
  }

  return { name: 'jobs', run, isReady: () => runner !== undefined };
}

/**
 * Gives back the pokes of a worker that was killed; by itself graphile-worker does so after four hours. None takes a minute, so
 * whoever has one for that long is gone, or was frozen: then it comes twice, which does no harm. Returns whose they were.
 */
export async function geefJobsTerug(database: Database): Promise<string[]> {
  const workers = await rows(
    database.voor(ALS),
    sql`with dood as materialized (
          select distinct locked_by as worker from graphile_worker.jobs
           where locked_by is not null and locked_at < clock_timestamp() - interval '1 minute'),
        terug as (select graphile_worker.force_unlock_workers(array_agg(worker)) from dood having count(*) > 0)
        select worker from dood left join terug on true`,
    { worker: text },
  );
  return workers.map(({ worker }) => worker);
}

/** Does `taak` again and again until `signal` says stop. Says once that it fails, and once that it works again. */
export async function sweep(
  { name, doe, elkeMs = SWEEP_MS }: Taak,
  { signal, log }: { signal: AbortSignal; log: Logger },
): Promise<void> {
  let mislukt = 0;
  while (!signal.aborted) {
    try {
      await doe();
      if (mislukt > 0) log.info({ part: name }, 'works again');
      mislukt = 0;
    } catch (error) {
      if (mislukt === 0) log.warn({ err: error, part: name }, 'does not work, tried again');
      mislukt += 1;
    }
    await sleep(pauzeNa(mislukt, elkeMs), undefined, { signal }).catch(() => undefined);
  }
}

/**
 * How long a sweep waits after it failed so many times in a row, in milliseconds: a minute, and each time twice as long, until it is as long as
 * always. So what comes once an hour is not put off by an hour because PostgreSQL was away for a moment.
 */
export function pauzeNa(mislukt: number, elkeMs: number): number {
  return mislukt === 0 ? elkeMs : Math.min(elkeMs, OPNIEUW_MS * 2 ** (mislukt - 1));
}

/** Work that is asked for more often than it has to be done. */
export interface Samen {
  (): Promise<void>;
  /** Resolves when nothing is busy or asked for any more. */
  klaar: () => Promise<void>;
}

/** Lets calls that come while one is busy share the next one, so that a thousand pokes cost two rounds. Never throws. */
export function samen(doe: () => Promise<unknown>): Samen {
  let bezig: Promise<void> | undefined;
  let straks: Promise<void> | undefined;
  const begin = async (): Promise<void> => {
    straks = undefined;
    await doe().catch(() => undefined);
    bezig = straks;
  };
  const vraag = (): Promise<void> => {
    if (bezig === undefined) return (bezig = begin());
    return (straks ??= bezig.then(begin));
  };
  const klaar = async (): Promise<void> => {
    while (bezig !== undefined) await bezig;
  };
  return Object.assign(vraag, { klaar });
}

const SILENT = new JobLogger(() => () => undefined);
