import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';

import { herstel } from '#activities/herstel/herstel.ts';
import { createWisjournaal } from '#activities/wissen/journaal.ts';
import { migrate } from '#db/migrate.ts';
import { msVan } from '#domain/tijd/amsterdam.ts';
import { freePort } from '#platform/ports.ts';
import { type PostgresServer, startPostgres } from '#platform/postgres.ts';
import { findTemporal } from '#platform/temporal-program.ts';
import { startTemporal, type TemporalServer } from '#platform/temporal.ts';
import { jitterVan } from '#workflows/jitter.ts';
import { TASK_QUEUE } from '#workflows/messages.ts';
import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';

import { PgProxy } from '../support/pg-proxy.ts';
import { TEST_NAMESPACE } from '../support/temporal.ts';
import { TEST_PAYLOAD_KEY, tot, Werkplaats } from '../support/worker.ts';

const DAG = 86_400_000;
const nee = (): boolean => false;

describe('the clock of a signaal, when something is away for a while', () => {
  let huis: string;
  let postgres: PostgresServer;
  let temporal: TemporalServer;
  let werkplaats: Werkplaats;
  let startPg: () => Promise<PostgresServer>;
  let startTp: () => Promise<TemporalServer>;

  before(async () => {
    huis = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-storing-'));
    const [pgPort, tpPort] = [await freePort(), await freePort()];
    const program = await findTemporal({ dataDir: '.data', tell: () => undefined });
    assert.ok(program);
    startPg = () =>
      startPostgres({
        dir: path.join(huis, 'pg'),
        port: pgPort,
        password: 'storing',
        logFile: path.join(huis, 'pg.log'),
      });
    startTp = () =>
      startTemporal({
        program,
        dir: path.join(huis, 'temporal'),
        port: tpPort,
        namespace: TEST_NAMESPACE,
        searchAttributes: Object.values(SEARCH_ATTRIBUTES),
        timeSkipping: true,
        // A hundred times sooner than by default, so that a signaal lives through it here.
        settings: ['limit.historyCount.suggestContinueAsNew=40'],
        logFile: path.join(huis, 'temporal.log'),
      });
    [postgres, temporal] = await Promise.all([startPg(), startTp()]);
    await migrate(postgres.url(), { reizen: true, demo: true });
    werkplaats = await Werkplaats.open({ databaseUrl: postgres.url(), address: temporal.address });
  });
  after(async () => {
    await werkplaats.sluit();
    await Promise.all([temporal.stop(), postgres.stop()]);
    await rm(huis, { recursive: true, force: true });
  });

  it('PostgreSQL: a milestone that came due meanwhile is recorded, once, when it is back', async () => {
    const stop = await werkplaats.startWorker();
    const id = await werkplaats.dienInEnVolg();
    const { nu, volgende_op: op } = await werkplaats.stroom(id);
    await postgres.stop();
    await werkplaats.spring(id, msVan(op!) + jitterVan(id) + 1_000 - msVan(nu));
    await werkplaats.wachtOpPoging(id, 2);
    postgres = await startPg();
    await tot(async () => (await werkplaats.doorDeKlok(id).catch(() => [])).length > 0);
    await werkplaats.wachtOpTimer(id);
    assert.deepEqual(
      (await werkplaats.doorDeKlok(id)).map(({ soort }) => soort),
      ['herinnerd'],
    );
    await stop();
  });

  it('Temporal: people go on, and the clock catches up when it is back', async () => {
    const stop = await werkplaats.startWorker();
    const id = await werkplaats.dienInEnVolg();
    await temporal.stop();
    await werkplaats.doe(id, 'metgezel.noord', {
      soort: 'escaleren',
      motief: 'geen_reactie',
      poging: { organisatie: null, datum: '2026-01-05', beantwoord: true },
      tekst: { overdracht: 'Wij komen er niet uit.' },
    });
    const nieuw = await werkplaats.dienIn();
    await assert.rejects(werkplaats.wekken.wekAlles(), AggregateError);
    temporal = await startTp();
    await tot(() =>
      werkplaats.wekken.wekAlles().then(
        (gewekt) => gewekt === 0,
        () => false,
      ),
    );
    await Promise.all([werkplaats.wachtOpTimer(id), werkplaats.wachtOpTimer(nieuw)]);
    assert.deepEqual((await werkplaats.workflow(id).describe()).searchAttributes['Niveau'], ['regionaal']);
    await werkplaats.spring(nieuw, 20 * DAG);
    assert.equal((await werkplaats.doorDeKlok(nieuw))[0]?.soort, 'herinnerd');
    await stop();
  });

  it('Temporal lost everything: after herstel the deadlines still fire', async () => {
    const stop = await werkplaats.startWorker();
    const id = await werkplaats.dienInEnVolg();
    await werkplaats.spring(id, 16 * DAG);
    const klaar = await werkplaats.dienIn({ wens: 'melden' });
    await stop();
    await temporal.stop();
    await rm(path.join(huis, 'temporal'), { recursive: true });
    temporal = await startTp();
    const opnieuw = await werkplaats.startWorker();
    const { database, client, uitvoeren, wekken } = werkplaats;
    const journaal = createWisjournaal(path.join(huis, 'zegels'), null);
    const gevonden = await herstel({ database, client, uitvoeren, wekken, journaal });
    assert.ok(gevonden.open >= 4 && gevonden.gewekt === gevonden.open, JSON.stringify(gevonden));
    await werkplaats.wachtOpTimer(id);
    await werkplaats.spring(id, 24 * DAG);
    const soorten = (await werkplaats.doorDeKlok(id)).map(({ soort }) => soort);
    assert.deepEqual(
      soorten.filter((soort) => soort === 'herinnerd' || soort === 'geescaleerd'),
      ['herinnerd', 'herinnerd', 'herinnerd', 'geescaleerd'],
    );
    await assert.rejects(werkplaats.workflow(klaar).describe());
    await opnieuw();
  });

  it('a history that grows long: goes on in a new run, loses no wake and no time', async () => {
    const stop = await werkplaats.startWorker();
    const id = await werkplaats.dienInEnVolg();
    const { runId } = await werkplaats.workflow(id).describe();
    await werkplaats.spring(id, 100 * DAG);
    const later = await werkplaats.workflow(id).describe();
    assert.notEqual(later.runId, runId);
    assert.ok(later.historyLength < 80, `${later.historyLength} events`);
    const gedaan = (await werkplaats.doorDeKlok(id)).filter(
      ({ verschuldigd_op: op, op: gedaanOp }) => op !== null && msVan(gedaanOp) - msVan(op) >= 60_000,
    );
    assert.deepEqual(gedaan, []);
    const niveaus = (await werkplaats.gebeurd(id))
      .filter(({ soort }) => soort === 'geescaleerd')
      .map(({ data }) => data['naar']);
    assert.deepEqual(niveaus, ['regionaal', 'landelijk']);
    for (let keer = 0; keer < 15; keer += 1) {
      await werkplaats.wekken.hervat(id);
      await werkplaats.wachtOpTimer(id);
    }
    assert.notEqual((await werkplaats.workflow(id).describe()).runId, later.runId);
    await stop();
  });

  it('the worker process starts without Temporal, works when it comes, and ends cleanly when told', async () => {
    await temporal.stop();
    const proces = startProces({ DATABASE_URL: postgres.url(), TEMPORAL_ADDRESS: werkplaats.address });
    await zegt(proces, /not available/);
    const id = await werkplaats.dienIn();
    temporal = await startTp();
    await tot(async () => !(await werkplaats.stroom(id)).wek_nodig);
    await werkplaats.wachtOpTimer(id);
    proces.kill('SIGTERM');
    assert.deepEqual(await once(proces, 'exit'), [0, null]);
  });

  it('the worker process whose namespace is lost says so, and listens again once it is back', async () => {
    const connection = await Connection.connect({ address: werkplaats.address });
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
      DATABASE_URL: postgres.url(),
      TEMPORAL_ADDRESS: werkplaats.address,
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

  it('the worker process ends when told, also while PostgreSQL and Temporal say nothing any more', async () => {
    await using draad = await PgProxy.open(postgres.url());
    const proces = startProces({ DATABASE_URL: draad.url, TEMPORAL_ADDRESS: werkplaats.address });
    await zegt(proces, /"started"/);
    draad.freeze();
    process.kill(temporal.pid, 'SIGSTOP');
    proces.kill('SIGTERM');
    const [, signaal] = (await once(proces, 'exit')) as [number, string | null];
    process.kill(temporal.pid, 'SIGCONT');
    assert.equal(signaal, null, 'nobody had to kill it');
  });

  it('the worker process outlives a rejection that a library left behind', async () => {
    const proces = startProces({
      DATABASE_URL: postgres.url(),
      TEMPORAL_ADDRESS: werkplaats.address,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(NIEMAND_WACHT)}`,
    });
    await zegt(proces, /nobody waited for/);
    const id = await werkplaats.dienIn();
    await tot(async () => !(await werkplaats.stroom(id)).wek_nodig);
    proces.kill('SIGTERM');
    assert.deepEqual(await once(proces, 'exit'), [0, null]);
  });

  it('the worker process outlives that each of its connections to PostgreSQL is cut, and goes on', async () => {
    await using draad = await PgProxy.open(postgres.url());
    const proces = startProces({ DATABASE_URL: draad.url, TEMPORAL_ADDRESS: werkplaats.address });
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

  it('the worker process starts without PostgreSQL, and ends cleanly when told', async () => {
    const proces = startProces({
      DATABASE_URL: `postgresql://postgres:weg@127.0.0.1:${await freePort()}/postgres`,
      TEMPORAL_ADDRESS: werkplaats.address,
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
