import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from '@temporalio/client';
import { Pool } from 'pg';

import { createWakeContext } from '#activities/wake-context.ts';
import { haalToken } from '#api/token/haal-token.ts';
import type { Database } from '#db/database.ts';
import { type Environment, loadConfig } from '#platform/config.ts';
import { serviceOf } from '#platform/embedded/find-service.ts';
import { startProgram } from '#platform/embedded/node-program.ts';
import type { Running } from '#platform/embedded/running.ts';
import { createSupervisor } from '#platform/embedded/supervisor.ts';
import { freePort } from '#platform/ports.ts';
import { processesWorkingIn } from '#platform/processes.ts';
import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';

import { until } from './belasting.ts';
import type { leeg } from './maatstaf/workflows.ts';
import { type Cpu, cpuSeconds } from './machine.ts';

/** A whole Signaalpunt on a folder of its own, and on the same servers the yardsticks beside which it is measured. */
export interface Opstelling {
  dir: string;
  /** Files a signaal as a metgezel does; gives its id. Throws when the API refuses. */
  dienIn: () => Promise<string>;
  database: Database;
  /** For the yardsticks: as many connections as a process of ours has. */
  pool: Pool;
  /** Reads our workflows. */
  temporal: Client;
  /** Starts the bare workflows, without our codec. */
  kaal: Client;
  cpu: () => Promise<Cpu>;
  close: () => Promise<void>;
}

/** Where the worker of the bare workflows looks for work. */
export const TASK_QUEUE = 'maatstaf';
export const JOBS_SCHEMA = 'maatstaf_jobs';

const ROOT = path.join(import.meta.dirname, '..');

export async function openOpstelling(env: Environment, tell: (line: string) => void): Promise<Opstelling> {
  const dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-bench-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(dir, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    while (undo.length > 0) await undo.pop()?.();
  };
  try {
    const settings = {
      PATH: env['PATH'],
      HOME: env['HOME'],
      DATA_DIR: dir,
      PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
      // One user does the work of thousands.
      REQUESTS_PER_MINUTE: '10000000',
      TIJDREIZEN: 'aan',
    };
    const supervisor = createSupervisor({
      config: loadConfig(settings),
      env: settings,
      root: ROOT,
      searchAttributes: Object.values(SEARCH_ATTRIBUTES),
      screen: { tell, warn: (part, line) => tell(`${part}: ${line}`), overview: () => undefined },
    });
    undo.push(supervisor.stop);
    const running = await supervisor.start();

    const { database, client, [Symbol.asyncDispose]: dispose } = await createWakeContext(serviceOf(running));
    undo.push(async () => dispose());
    const pool = new Pool({ connectionString: running.databaseOwnerUrl, max: 10 });
    undo.push(() => pool.end());
    const kaal = new Client({ connection: client.connection, namespace: running.temporalNamespace });
    await createTables(pool);
    undo.push(startMaatstaf(dir, settings, running, tell));
    await until('the worker of the yardsticks works', 60, () => isWorking(kaal));

    const token = await haalToken(running.apiUrl, 'metgezel.noord');
    return {
      dir,
      dienIn: () => dienIn(running.apiUrl, token),
      database,
      pool,
      temporal: client,
      kaal,
      cpu: () => cpuByProcess(dir),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function createTables(pool: Pool): Promise<void> {
  await pool.query(`
    create schema maatstaf;
    create table maatstaf.gedaan (om float8 not null, id text not null, op timestamptz not null, primary key (om, id));
    create table maatstaf.stroom (like public.stroom including all)`);
}

function startMaatstaf(
  dir: string,
  env: Environment,
  running: Running,
  tell: (line: string) => void,
): () => Promise<void> {
  const program = startProgram({
    name: 'maatstaf',
    file: path.join(ROOT, 'bench/maatstaf/main.ts'),
    cwd: ROOT,
    env: {
      ...env,
      DATABASE_URL: running.databaseOwnerUrl,
      TEMPORAL_ADDRESS: running.temporalAddress,
      TEMPORAL_NAMESPACE: running.temporalNamespace,
      TASK_QUEUE,
      JOBS_SCHEMA,
    },
    processDir: path.join(dir, 'processen'),
    logFile: path.join(dir, 'log', 'maatstaf.log'),
    warn: (line) => tell(`maatstaf: ${line}`),
  });
  return program.stop;
}

async function isWorking(client: Client): Promise<boolean> {
  const workflowId = `leeg-${crypto.randomUUID()}`;
  const handle = await client.workflow.start<typeof leeg>('leeg', { taskQueue: TASK_QUEUE, workflowId });
  const answer = await Promise.race([
    handle.result().then(() => true),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000)),
  ]);
  if (!answer) await handle.terminate().catch(() => undefined);
  return answer;
}

const SIGNAAL = JSON.stringify({
  knelpunt: 'De gemeente en het zorgkantoor verwijzen naar elkaar; het gezin wacht al maanden op een besluit.',
  doelgroepen: ['NAH'],
  gemeente: 'GM0014',
  organisatie: 'ONBEKEND',
  ondernomen: [{ partij: 'Wmo-loket', datum: '2026-01-05', antwoord: 'Men verwees door.' }],
  gezinWeetHet: true,
  wens: 'zelf',
});

async function dienIn(apiUrl: string, token: string): Promise<string> {
  const reply = await fetch(`${apiUrl}/api/v1/signalen`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: SIGNAAL,
  });
  if (!reply.ok) throw new Error(`Filing: ${reply.status} ${await reply.text()}`);
  return ((await reply.json()) as { id: string }).id;
}

async function cpuByProcess(dir: string): Promise<Cpu> {
  const { user, system } = process.cpuUsage();
  const own = async (name: string): Promise<number> => {
    const { pid } = JSON.parse(await readFile(path.join(dir, 'processen', `${name}.json`), 'utf8')) as { pid: number };
    return cpuSeconds([pid]);
  };
  const server = async (name: string): Promise<number> =>
    cpuSeconds((await processesWorkingIn(path.join(dir, name))).map(({ pid }) => pid));
  const [api, worker, maatstaf, postgres, temporal] = await Promise.all([
    own('api'),
    own('worker'),
    own('maatstaf'),
    server('postgres'),
    server('temporal'),
  ]);
  return { api, worker, maatstaf, postgres, temporal, bench: (user + system) / 1e6 };
}
