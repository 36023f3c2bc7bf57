import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

import { freePort } from '#platform/ports.ts';
import type { TemporalServer } from '#platform/temporal.ts';
import { PgProxy } from '#test/support/pg-proxy.ts';
import { eigenTemporal, TEST_NAMESPACE } from '#test/support/temporal.ts';
import { TEST_PAYLOAD_KEY, tot, Werkplaats } from '#test/support/worker.ts';
import { TASK_QUEUE } from '#workflows/messages.ts';

const DAG = 86_400_000;
const nee = (): boolean => false;

describe('the worker process', () => {
  let huis: string;
  let temporal: TemporalServer;
  let werkplaats: Werkplaats;
  let startTp: () => Promise<TemporalServer>;

  before(async () => {
    huis = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-proces-'));
    startTp = await eigenTemporal(huis);
    temporal = await startTp();
    werkplaats = await Werkplaats.open({ address: temporal.address });
  });
  after(async () => {
    await werkplaats.sluit();
    await temporal.stop();
    await rm(huis, { recursive: true, force: true });
  });

  it('starts without Temporal, works when it comes, and ends cleanly when told', async () => {
    await temporal.stop();
    const proces = startProces({ DATABASE_URL: werkplaats.databaseUrl, TEMPORAL_ADDRESS: temporal.address });
    await zegt(proces, /not available/);
    const id = await werkplaats.dienIn();
    temporal = await startTp();
    await tot(async () => !(await werkplaats.stroom(id)).wek_nodig);
    await werkplaats.wachtOpTimer(id);
    proces.kill('SIGTERM');
    assert.deepEqual(await once(proces, 'exit'), [0, null]);
  });

  it('whose namespace is lost says so, and listens again once it is back', async () => {
    const connection = await Connection.connect({ address: temporal.address });
    const namespace = 'verloren';
    const maak = (): Promise<unknown> =>
      connection.workflowService.registerNamespace({
        namespace,
        workflowExecutionRetentionPeriod: msToTs(DAG),
      });
    const luisteraars = async (): Promise<number> => {
      const { pollers } = await connection.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: TASK_QUEUE },
        taskQueueType: 1,
      });
      return pollers.length;
    };
    const metrics = await freePort();
    const isGezond = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${metrics}/health/ready`).then(({ ok }) => ok, nee);
    await maak();
    const proces = startProces({
      DATABASE_URL: werkplaats.databaseUrl,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: namespace,
      METRICS_PORT: String(metrics),
    });
    const gezegd = zegt(proces, /does not hear the worker|The Temporal worker failed/);
    await tot(isGezond);
    await connection.operatorService.deleteNamespace({ namespace });
    await gezegd;
    assert.equal(await isGezond(), false);
    await tot(() => maak().then(() => true, nee));
    await tot(() => luisteraars().then((aantal) => aantal > 0, nee));
    await tot(isGezond);
    proces.kill('SIGTERM');
    assert.deepEqual(await once(proces, 'exit'), [0, null]);
    await connection.close();
  });

  it('ends when told, also while PostgreSQL and Temporal say nothing any more', async () => {
    await using draad = await PgProxy.open(werkplaats.databaseUrl);
    const proces = startProces({ DATABASE_URL: draad.url, TEMPORAL_ADDRESS: temporal.address });
    await zegt(proces, /"started"/);
    draad.freeze();
    process.kill(temporal.pid, 'SIGSTOP');
    proces.kill('SIGTERM');
    const [, signaal] = (await once(proces, 'exit')) as [number, string | null];
    process.kill(temporal.pid, 'SIGCONT');
    assert.equal(signaal, null, 'nobody had to kill it');
  });

  it('outlives a rejection that a library left behind', async () => {
    const proces = startProces({
      DATABASE_URL: werkplaats.databaseUrl,
      TEMPORAL_ADDRESS: temporal.address,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(NIEMAND_WACHT)}`,
    });
    await zegt(proces, /nobody waited for/);
    const id = await werkplaats.dienIn();
    await tot(async () => !(await werkplaats.stroom(id)).wek_nodig);
    proces.kill('SIGTERM');
    assert.deepEqual(await once(proces, 'exit'), [0, null]);
  });

  it('outlives that each of its connections to PostgreSQL is cut, and goes on', async () => {
    await using draad = await PgProxy.open(werkplaats.databaseUrl);
    const proces = startProces({ DATABASE_URL: draad.url, TEMPORAL_ADDRESS: temporal.address });
    await zegt(proces, /"started"/);
    proces.stdout?.resume();
    for (let keer = 0; keer < 3; keer += 1) {
      const id = await werkplaats.dienIn();
      await tot(async () => !(await werkplaats.stroom(id)).wek_nodig);
      draad.close();
      draad.reopen();
    }
    assert.equal(proces.exitCode, null);
    proces.kill('SIGTERM');
    assert.deepEqual(await once(proces, 'exit'), [0, null]);
  });

  it('starts without PostgreSQL, and ends cleanly when told', async () => {
    const proces = startProces({
      DATABASE_URL: `postgresql://postgres:weg@127.0.0.1:${await freePort()}/postgres`,
      TEMPORAL_ADDRESS: temporal.address,
    });
    await zegt(proces, /not available/);
    proces.kill('SIGTERM');
    assert.deepEqual(await once(proces, 'exit'), [0, null]);
  });
});

/** As soon as the worker listens for it: what throws before that is a fault of its start. */
const NIEMAND_WACHT = `process.on('newListener', (naam) => {
  if (naam === 'unhandledRejection') setTimeout(() => Promise.reject(new Error('left behind')));
})`;

function startProces(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'activities/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      TZ: 'UTC',
      TEMPORAL_NAMESPACE: TEST_NAMESPACE,
      PAYLOAD_KEY: Buffer.from(TEST_PAYLOAD_KEY).toString('base64'),
      SMTP_URL: 'smtp://127.0.0.1:1',
      INGEBED: '1',
      TIJDREIZEN: 'aan',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function zegt({ stdout }: ChildProcess, wat: RegExp): Promise<void> {
  let gezegd = '';
  for await (const stuk of stdout ?? []) {
    gezegd += String(stuk);
    if (wat.test(gezegd)) return;
  }
  throw new Error(`The process ended without saying ${String(wat)}: ${gezegd}`);
}
