import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { herstel } from '#activities/herstel/herstel.ts';
import { createWisjournaal } from '#activities/wissen/journaal.ts';
import { migrate } from '#db/migrate.ts';
import { msVan } from '#domain/tijd/amsterdam.ts';
import { freePort } from '#platform/ports.ts';
import { type PostgresServer, startPostgres } from '#platform/postgres.ts';
import type { TemporalServer } from '#platform/temporal.ts';
import { jitterVan } from '#workflows/jitter.ts';

import { eigenTemporal } from '../support/temporal.ts';
import { tot, Werkplaats } from '../support/worker.ts';

const DAG = 86_400_000;

describe('the clock of a signaal, when something is away for a while', () => {
  let huis: string;
  let postgres: PostgresServer;
  let temporal: TemporalServer;
  let werkplaats: Werkplaats;
  let startPg: () => Promise<PostgresServer>;
  let startTp: () => Promise<TemporalServer>;

  before(async () => {
    huis = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-storing-'));
    const pgPort = await freePort();
    startPg = () =>
      startPostgres({
        dir: path.join(huis, 'pg'),
        port: pgPort,
        password: 'storing',
        logFile: path.join(huis, 'pg.log'),
      });
    // A hundred times sooner than by default, so that a signaal lives through it here.
    startTp = await eigenTemporal(huis, { settings: ['limit.historyCount.suggestContinueAsNew=40'] });
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
});
