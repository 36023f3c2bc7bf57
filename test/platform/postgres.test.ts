import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { freePort } from '#platform/ports.ts';
import { startPostgres, type PostgresServer } from '#platform/postgres.ts';
import { identify, processesWorkingIn } from '#platform/processes.ts';

const run = promisify(execFile);

describe('startPostgres', () => {
  let home: string;
  let dir: string;
  let server: PostgresServer | undefined;

  beforeEach(async () => {
    // A folder that only we can enter: started by root, the server is somebody else.
    home = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-start-'));
    dir = path.join(home, 'postgres');
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
    await rm(home, { recursive: true, force: true });
  });

  async function start(port?: number): Promise<PostgresServer> {
    server = await startPostgres({
      dir,
      port: port ?? (await freePort()),
      password: 'geheim',
      logFile: path.join(home, 'log'),
    });
    return server;
  }

  async function refusal(): Promise<string> {
    let message = '';
    await assert.rejects(start(), (fault: Error) => ((message = fault.message), fault.name === 'StartError'));
    assert.ok(!message.includes('\n'), 'one sentence');
    return message;
  }

  it('is PostgreSQL 18 with Dutch letters and the extensions that we need', async () => {
    const [row] = await query(
      await start(),
      'create extension pg_trgm; create extension unaccent; create extension btree_gist',
      [
        `select current_setting('server_version') as version, upper('één') as upper, unaccent('één') as plain, cardinality(show_trgm('één')) as trigrams`,
      ],
    );
    assert.deepEqual(
      { ...row, version: String(row?.['version']).slice(0, 3) },
      { version: '18.', upper: 'ÉÉN', plain: 'een', trigrams: 4 },
    );
  });

  it('does not write a refused statement, or what was in it, to the log of the server', async () => {
    const server = await start();
    await query(server, 'create table proef (id text primary key, naam text not null)');
    for (const refused of [`insert into proef values ('Mees', null)`, `select 'Mees'::uuid`, `select * from "Mees"`])
      await assert.rejects(query(server, refused));
    await assert.rejects(query({ url: () => server.url('Mees') }, 'select 1'));
    const log = await readFile(path.join(home, 'log'), 'utf8');
    assert.match(log, /FATAL:.*does not exist/);
    assert.ok(!/proef|insert|uuid/.test(log), log);
  });

  it('has its data again after a second start', async () => {
    await query(await start(), 'create table proef as select 42 as getal');
    await server?.stop();
    assert.deepEqual(await query(await start(), 'select getal from proef'), [{ getal: 42 }]);
  });

  it('asks for the password', async () => {
    const { url } = await start();
    await assert.rejects(query({ url: () => url().replace('geheim', 'verkeerd') }, 'select 1'), /password/);
  });

  it('starts again after kill -9', async () => {
    const first = await start();
    await query(first, 'create table proef as select 42 as getal');
    process.kill(first.pid, 'SIGKILL');
    assert.equal(await first.exited, 'SIGKILL');
    assert.deepEqual(await query(await start(), 'select getal from proef'), [{ getal: 42 }]);
  });

  it('ends a server that an earlier run left on the folder', async () => {
    const left = await start();
    const now = await start();
    assert.notEqual(now.pid, left.pid);
    await left.exited;
  });

  it('ends children that hold on to the memory of a server that was killed', async function () {
    if (process.platform !== 'linux') this.skip();
    const first = await start();
    const child = (await processesWorkingIn(dir)).find(({ pid }) => pid !== first.pid);
    assert.ok(child);
    process.kill(child.pid, 'SIGSTOP');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await query(await start(), 'select 1');
    assert.equal(await identify(child.pid), undefined);
  });

  it('is not fooled by a lock file whose number now belongs to another process', async () => {
    await (await start()).stop();
    await writeFile(path.join(dir, 'postmaster.pid'), `${process.pid}\n${dir}\n1\n5432\n\n127.0.0.1\n`);
    await query(await start(), 'select 1');
  });

  it('starts over when an earlier start was killed while it made the database', async () => {
    await mkdir(path.join(`${dir}.nieuw`, 'base'), { recursive: true });
    await query(await start(), 'select 1');
    assert.deepEqual((await readdir(home)).toSorted(), ['log', 'postgres']);
  });

  it('accepts a folder that came back from a copy with other rights', async () => {
    await (await start()).stop();
    if (process.getuid?.() === 0) await run('chown', ['-R', '0:0', dir]);
    await chmod(dir, 0o755);
    await query(await start(), 'select 1');
  });

  it('says what to do with a database of another version', async () => {
    await (await start()).stop();
    await writeFile(path.join(dir, 'PG_VERSION'), '16\n');
    assert.match(await refusal(), /is van PostgreSQL 16 en niet van 18: zet haar opzij/);
  });

  it('says what to do with a folder that holds something else, and leaves it alone', async () => {
    await mkdir(dir);
    await writeFile(path.join(dir, 'brief.txt'), 'van mij');
    assert.match(await refusal(), /geen volledige PostgreSQL-database: zet haar opzij/);
    assert.equal(await readFile(path.join(dir, 'brief.txt'), 'utf8'), 'van mij');
  });

  it('says what is wrong with a damaged database, and where to read more', async () => {
    await (await start()).stop();
    await writeFile(path.join(dir, 'global', 'pg_control'), Buffer.alloc(8192));
    const message = await refusal();
    assert.ok(message.includes(path.join(home, 'log')) && message.includes('hernoem de map'), message);
  });

  it('says so when its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    assert.ok(address !== null && typeof address === 'object');
    await assert.rejects(start(address.port), /Poort \d+ voor PostgreSQL is bezet/);
    other.close();
  });

  it('does not outlive the process that started it', async () => {
    const script = `import { startPostgres } from '#platform/postgres.ts';
      const { pid } = await startPostgres({ dir: ${JSON.stringify(dir)}, port: ${await freePort()}, password: 'x', logFile: ${JSON.stringify(path.join(home, 'log'))} });
      console.log(pid);
      process.kill(process.pid, 'SIGKILL');`;
    const { stdout } = await run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]).catch(
      (fault: { stdout: string }) => fault,
    );
    const pid = Number(stdout);
    assert.ok(pid > 0);
    await until(async () => (await identify(pid)) === undefined);
  });
});

async function query(
  { url }: Pick<PostgresServer, 'url'>,
  sql: string,
  more: string[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url() });
  try {
    await client.connect();
    let { rows } = await client.query<Record<string, unknown>>(sql);
    for (const next of more) ({ rows } = await client.query<Record<string, unknown>>(next));
    return rows;
  } finally {
    await client.end();
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
