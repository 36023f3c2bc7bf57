import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client, Connection } from '@temporalio/client';

import { freePort } from '#platform/ports.ts';
import { identify } from '#platform/processes.ts';
import { recordProcess } from '#platform/temporal-directory.ts';
import { findTemporal } from '#platform/temporal-program.ts';
import { startTemporal, type TemporalOptions, type TemporalServer } from '#platform/temporal.ts';

describe('startTemporal', () => {
  let home: string;
  let servers: TemporalServer[];
  let told: string[];

  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-start-'));
    told = [];
    servers = [];
  });
  afterEach(async () => {
    await Promise.all(servers.map(({ stop }) => stop()));
    await rm(home, { recursive: true, force: true });
  });

  async function start(more: Partial<TemporalOptions> = {}): Promise<TemporalServer> {
    const program = await findTemporal({ dataDir: '.data', tell: () => undefined });
    assert.ok(program);
    const server = await startTemporal({
      program,
      dir: path.join(home, 'temporal'),
      port: await freePort(),
      namespace: 'default',
      searchAttributes: [{ name: 'Proef', type: 'KEYWORD' }],
      timeSkipping: false,
      logFile: path.join(home, 'log'),
      tell: (sentence) => told.push(sentence),
      ...more,
    });
    servers.push(server);
    return server;
  }

  it('has its workflows again after kill -9, and nothing is set aside', async () => {
    const first = await start();
    await withClient(first, ({ workflow }) => workflow.start('proef', { taskQueue: 'x', workflowId: 'blijvend' }));
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const second = await start();
    const { status } = await withClient(second, ({ workflow }) => workflow.getHandle('blijvend').describe());
    assert.equal(status.name, 'RUNNING');
    assert.equal(second.startedAfresh, false);
    assert.deepEqual(told, []);
  });

  it('registers search attributes that an existing database lacks', async () => {
    await (await start({ searchAttributes: [] })).stop();
    const { address } = await start({ searchAttributes: [{ name: 'Later', type: 'DATETIME' }] });
    const connection = await Connection.connect({ address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
    assert.ok('Later' in customAttributes);
    await connection.close();
  });

  it('ends a server that an earlier run left on the folder', async () => {
    const left = await start();
    await start();
    assert.equal(await identify(left.pid), undefined);
  });

  it('sets a database of another version aside and starts afresh', async () => {
    await (await start()).stop();
    await writeFile(path.join(home, 'temporal', 'versie.txt'), 'temporal version 1.8.2 (Server 1.31.2, UI 2.49.0)');
    assert.equal((await start()).startedAfresh, true);
    assert.match(told.join(), /is van een andere versie .* opzij gezet/);
    assert.equal((await readdir(home)).filter((name) => name.startsWith('temporal.oud-')).length, 1);
  });

  for (const [what, contents] of [
    ['is not a database at all', Buffer.from('geen database')],
    ['is damaged inside', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192, 0xa5)])],
  ] as const) {
    it(`sets aside a file that ${what}`, async () => {
      await (await start()).stop();
      await rm(path.join(home, 'temporal', 'temporal.db-wal'), { force: true });
      await writeFile(path.join(home, 'temporal', 'temporal.db'), contents);
      assert.equal((await start()).startedAfresh, true);
      assert.match(told.join(), /is beschadigd; het is opzij gezet/);
    });
  }

  it('writes down nothing of a server that has ended before it could be asked who it is', async () => {
    const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(ended, 'exit');
    await recordProcess(home, ended.pid ?? assert.fail());
    assert.deepEqual(await readdir(home), []);
  });

  it('says so when its port is taken, and keeps its database', async () => {
    const other = await start();
    const port = Number(other.address.split(':')[1]);
    await mkdir(path.join(home, 'tweede'));
    await assert.rejects(start({ port, dir: path.join(home, 'tweede') }), /Poort \d+ voor Temporal is bezet/);
    assert.deepEqual(told, []);
  });
});

async function withClient<T>({ address }: TemporalServer, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
}
