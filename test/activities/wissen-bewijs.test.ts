import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { herstel } from '#activities/herstel/herstel.ts';
import { createWisjournaal } from '#activities/wissen/journaal.ts';
import { ruimVerlopenOp } from '#activities/wissen/opruimen.ts';
import { vernietigAlles } from '#activities/wissen/vernietigen.ts';
import { bytes, number, text } from '#db/columns.ts';
import { migrate } from '#db/migrate.ts';
import { rows, sql } from '#db/sql.ts';
import { freePort } from '#platform/ports.ts';
import { provideLogins } from '#platform/postgres-roles.ts';
import { type PostgresServer, startPostgres } from '#platform/postgres.ts';
import { startMailbox } from '#platform/smtp.ts';
import { findTemporal } from '#platform/temporal-program.ts';
import { startTemporal, type TemporalServer } from '#platform/temporal.ts';
import { type Client as App, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Kanaries, MERK } from '#test/support/kanaries.ts';
import { maakOud, nalatenschapIn } from '#test/support/nalatenschap.ts';
import { knowOwner } from '#test/support/postgres.ts';
import { TEST_NAMESPACE } from '#test/support/temporal.ts';
import { tot, Werkplaats } from '#test/support/worker.ts';
import { workflowIdVan } from '#workflows/messages.ts';
import { SEARCH_ATTRIBUTES } from '#workflows/search-attributes.ts';

const WACHTWOORD = randomBytes(12).toString('hex');
/** More than any term. */
const TIEN_JAAR = '121 months';
/** Stays, so that what is erased is not all that there is. */
const BLIJFT = 'Zwaluw: dit signaal blijft.';

/**
 * Searches the files themselves, byte by byte, for what people wrote, with servers of its own: before, so that it is known to find
 * things, after, and once more after an older back-up was put back.
 */
describe('what is left of what was erased', () => {
  let thuis: string;
  let postgres: PostgresServer;
  let temporal: TemporalServer;
  let databaseUrl: string;
  let poort: number;
  let werkplaats: Werkplaats;
  let app: App;
  let stopMailbox: () => Promise<void>;
  const regels: string[] = [];
  const meting: string[] = [];

  const map = (naam: string) => path.join(thuis, naam);
  const start = () =>
    startPostgres({
      dir: map('pg/data'),
      port: poort,
      password: WACHTWOORD,
      logFile: map('pg/postgres.log'),
    });
  const superuser = async (...statements: string[]) => {
    const client = new Client({ connectionString: postgres.url('signaalpunt') });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };

  before(async () => {
    thuis = await mkdtemp(path.join(tmpdir(), 'signaalpunt-bewijs-'));
    poort = await freePort();
    const program = await findTemporal({ dataDir: '.data', tell: () => undefined });
    assert.ok(program !== undefined);
    [postgres, temporal] = await Promise.all([
      start(),
      startTemporal({
        program,
        dir: map('temporal/data'),
        port: await freePort(),
        namespace: TEST_NAMESPACE,
        searchAttributes: Object.values(SEARCH_ATTRIBUTES),
        timeSkipping: true,
        logFile: map('temporal/temporal.log'),
        throwaway: true,
      }),
    ]);
    const beheer = new Client({ connectionString: postgres.url() });
    await beheer.connect();
    // What a production does about its log of changes, docs/runbook.md says.
    for (const statement of [`alter system set wal_recycle = off`, `alter system set min_wal_size = '32MB'`])
      await beheer.query(statement);
    await beheer.query('select pg_reload_conf()');
    await beheer.query('create database signaalpunt');
    await beheer.end();
    const logins = await provideLogins(postgres.url('signaalpunt'));
    databaseUrl = logins.databaseUrl;
    knowOwner(logins);
    await migrate(databaseUrl, { ownerUrl: logins.databaseOwnerUrl, reizen: true, demo: true });
    await open();
  });
  after(async () => {
    await sluit();
    await postgres.stop();
    await temporal.stop();
    await rm(thuis, { recursive: true, force: true });
    process.stdout.write(meting.map((regel) => `    ${regel}\n`).join(''));
  });

  async function open(): Promise<void> {
    werkplaats = await Werkplaats.open({ databaseUrl, address: temporal.address });
    app = await startApp({ database: databaseUrl, log: (regel) => void regels.push(regel) });
    const mailbox = await startMailbox({ dir: map('post'), port: 0 });
    const post = werkplaats.context.post({ smtpUrl: mailbox.url, publicUrl: app.url });
    await werkplaats.startWorker();
    bezorg = async () => {
      await post.bundel();
      await post.verzend();
    };
    stopMailbox = async () => {
      post.close();
      await mailbox.close();
    };
  }
  let bezorg: () => Promise<void>;

  async function sluit(): Promise<void> {
    await stopMailbox();
    await app.stop();
    await werkplaats.sluit();
  }

  /** How often each of these stands in the files of PostgreSQL, Temporal, the mailbox, and in the log of the API. */
  async function zoek(naalden: readonly Buffer[]): Promise<Record<string, number[]>> {
    const geteld: Record<string, number[]> = {};
    for (const deel of ['pg', 'temporal', 'post']) geteld[deel] = await telIn(map(deel), naalden);
    const log = Buffer.from(regels.join('\n'));
    geteld['log'] = naalden.map((naald) => telInBuffer(log, naald));
    return geteld;
  }

  function noteer(wanneer: string, geteld: Record<string, number[]>): void {
    const waar = Object.entries(geteld).map(([deel, keren]) => `${deel} ${keren.reduce((som, keer) => som + keer, 0)}`);
    meting.push(`${wanneer}: ${waar.join(', ')}`);
  }

  /** Rewrites all tables and their statistics, and lets go of the log of changes. */
  async function ruimOp(): Promise<void> {
    await superuser(
      'vacuum (full, analyze)',
      'vacuum full pg_statistic',
      'checkpoint',
      'select pg_switch_wal()',
      'checkpoint',
    );
  }

  async function wis(nummer: string): Promise<void> {
    const verzoek = { signaal: nummer, grond: 'bezwaar', reden: `${MERK}-reden-${reden}` };
    const { status, body } = await app.as('landelijk').post('/wissingen', verzoek);
    assert.equal(status, 201, JSON.stringify(body));
    for (const wie of ['landelijk', 'beheer']) {
      const bevestigd = await app.as(wie).post(`/wissingen/${body.id}/bevestigingen`);
      assert.equal(bevestigd.status, 201, JSON.stringify(bevestigd.body));
    }
  }
  const reden = randomUUID().slice(0, 8);

  const middelen = () => {
    const { database, client, wekken, uitvoeren } = werkplaats;
    return { database, client, wekken, uitvoeren, journaal: createWisjournaal(map('zegels'), null) };
  };

  it('is nothing: not in the files of PostgreSQL, its log of changes and its statistics, nor in Temporal, mail or logs', async () => {
    const kanaries = new Kanaries(app);
    await kanaries.elkeDaad();
    await kanaries.eenPartij();
    await kanaries.eenCasusbijlage();
    assert.deepEqual([...kanaries.geplant.keys()].toSorted(), (await kanaries.vrijeVelden()).toSorted());
    const { geplant } = await nalatenschapIn(app);
    const verlopen = [...new Set(geplant.map(({ kanarie }) => kanarie))];
    const { body: blijft } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ knelpunt: BLIJFT }));
    await bezorg();
    await werkplaats.wekken.wekAlles();
    const signalen = await rows(
      app.db(),
      sql`select s.id, s.nummer, r.melder, r.status from stroom s join signaal r on r.id = s.id where s.nummer <> ${blijft.nummer} order by s.nummer`,
      { id: text, nummer: text, melder: text, status: text },
    );
    for (const { nummer, melder, status } of signalen)
      if (status !== 'afgesloten')
        assert.equal((await app.as(melder).post(`/signalen/${nummer}/intrekkingen`)).status, 201);
    await bezorg();
    await werkplaats.wekken.wekAlles();

    // Encrypted: what is looked for is how it lies there, and the key.
    const versleuteld = await rows(
      app.db(),
      sql`select substring(inhoud from 1 for 32) as b from casusbijlage union all select substring(inhoud from 1 for 32) from bijlage
          union all select sleutel from signaalsleutel`,
      { b: bytes },
    );
    assert.ok(versleuteld.length >= 6);
    // So that statistics hold some of it too.
    await superuser('analyze', 'checkpoint');
    // With owners and rights: PostgreSQL starts on no other.
    await pauzeer(() => void execFileSync('cp', ['-a', map('pg/data'), map('reservekopie')]));
    const geschreven = [...kanaries.alle, ...verlopen].map((kanarie) => Buffer.from(kanarie));
    const naalden = [...geschreven, ...versleuteld.map(({ b }) => b)];
    const voor = await zoek(naalden);
    noteer(`before, of ${naalden.length}`, voor);
    assert.deepEqual(
      voor['pg']?.map((keer) => keer > 0),
      naalden.map(() => true),
    );
    const cijfers = await figuren();

    for (const { nummer } of signalen) await wis(nummer);
    await tot(async () => {
      await vernietigAlles(middelen());
      return (await rows(app.db(), sql`select from wissing where status = 'bevestigd'`)).length === 0;
    });
    await maakOud(app, TIEN_JAAR);
    await ruimVerlopenOp(middelen().database);
    await ruimOp();
    const weg = [...naalden, Buffer.from(`${MERK}-reden-${reden}`)];
    let na: Record<string, number[]> = {};
    await pauzeer(async () => void (na = await zoek(weg)));
    noteer(`after, of ${weg.length}`, na);
    // A mail that was sent is in the mailbox of its reader, where nothing of ours reaches: name and address of that one, no word of a case.
    const lezers = [...kanaries.geplant].flatMap(([veld, kanarie]) =>
      /\.(?:naam|email)$/.test(veld) ? [kanarie] : [],
    );
    const inPost = weg.filter((_, plaats) => (na['post']?.[plaats] ?? 0) > 0).map(String);
    assert.deepEqual(
      inPost.filter((kanarie) => !lezers.includes(kanarie)),
      [],
    );
    for (const deel of ['pg', 'temporal', 'log'])
      assert.deepEqual(
        na[deel],
        weg.map(() => 0),
        deel,
      );

    for (const { id } of signalen) assert.deepEqual(await workflows(id), []);
    assert.deepEqual(await figuren(), cijfers);
    assert.equal((await app.as('metgezel.noord').get(`/signalen/${blijft.nummer}`)).body.knelpunt, BLIJFT);
    assert.deepEqual(app.fouten, []);

    await sluit();
    await postgres.stop();
    await rm(map('pg/data'), { recursive: true });
    await rename(map('reservekopie'), map('pg/data'));
    const terug = await zoek(naalden);
    noteer('put back', terug);
    assert.deepEqual(
      terug['pg']?.map((keer) => keer > 0),
      naalden.map(() => true),
    );
    postgres = await start();
    await open();
    await maakOud(app, TIEN_JAAR);
    const { gewist } = await herstel(middelen());
    assert.equal(gewist, signalen.length);
    await tot(async () => {
      await vernietigAlles(middelen());
      return (await rows(app.db(), sql`select from wissing where status = 'bevestigd'`)).length === 0;
    });
    assert.equal((await herstel(middelen())).gewist, 0);
    await ruimOp();
    let weer: Record<string, number[]> = {};
    await pauzeer(async () => void (weer = await zoek(weg)));
    noteer('put back and repaired', weer);
    for (const deel of ['pg', 'temporal', 'log'])
      assert.deepEqual(
        weer[deel],
        weg.map(() => 0),
        deel,
      );
    const [eerste] = signalen;
    assert.equal((await app.as('landelijk').get(`/signalen/${eerste?.nummer}`)).status, 410);
  });

  /** With PostgreSQL stopped, as its files lie there. */
  async function pauzeer(werk: () => Promise<void> | void): Promise<void> {
    await sluit();
    await postgres.stop();
    await werk();
    postgres = await start();
    await open();
  }

  async function workflows(id: string): Promise<string[]> {
    const runs: string[] = [];
    for await (const { runId } of werkplaats.client.workflow.list({ query: `WorkflowId = '${workflowIdVan(id)}'` }))
      runs.push(runId);
    return runs;
  }

  async function figuren(): Promise<unknown> {
    const tellingen = await rows(app.db(), sql`select count(*)::int as regels, sum(aantal)::int as som from telling`, {
      regels: number,
      som: number,
    });
    return [tellingen, (await app.as('landelijk').get('/cijfers')).body];
  }
});

async function telIn(map: string, naalden: readonly Buffer[]): Promise<number[]> {
  const geteld = naalden.map(() => 0);
  for (const bestand of await readdir(map, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!bestand.isFile()) continue;
    const inhoud = await readFile(path.join(bestand.parentPath, bestand.name));
    for (const [plaats, naald] of naalden.entries())
      geteld[plaats] = (geteld[plaats] ?? 0) + telInBuffer(inhoud, naald);
  }
  return geteld;
}

function telInBuffer(inhoud: Buffer, naald: Buffer): number {
  let keer = 0;
  for (let plaats = inhoud.indexOf(naald); plaats >= 0; plaats = inhoud.indexOf(naald, plaats + 1)) keer += 1;
  return keer;
}
