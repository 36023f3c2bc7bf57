import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { claimDataDir, keepPorts, keepSecrets } from '#platform/embedded/data-dir.ts';
import { readRunning } from '#platform/embedded/running.ts';
import { freePort, isFree } from '#platform/ports.ts';
import { identify } from '#platform/processes.ts';
import { findTemporal } from '#platform/temporal-program.ts';

describe('npm start', () => {
  let dataDir: string;
  let port: number;
  const starts: Start[] = [];

  before(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-start-'));
    port = await freePort();
    // Beside whatever runs on the preferred ones.
    const ports = {
      postgres: await freePort(),
      temporal: await freePort(),
      temporalUi: await freePort(),
      smtp: await freePort(),
    };
    await writeFile(path.join(dataDir, 'poorten.json'), JSON.stringify(ports));
  });
  after(async () => {
    for (const { child, ended } of starts) {
      child.kill('SIGTERM');
      await ended;
    }
    await rm(dataDir, { recursive: true, force: true });
  });

  function start(env: Record<string, string> = {}): Start {
    const begun = begin({ PORT: String(port), DATA_DIR: dataDir, ...env });
    starts.push(begun);
    return begun;
  }

  it('says where everything is once GET /health/ready answers, and writes it down', async () => {
    const first = start();
    await first.says('Stoppen: Ctrl-C');
    assert.match(first.output(), new RegExp(`Website +http://localhost:${port}\n`));
    assert.equal((await fetch(`http://127.0.0.1:${port}/health/ready`)).status, 200);
    const running = await readRunning(dataDir);
    assert.equal(running?.process.pid, first.child.pid);
    assert.equal(running?.apiUrl, `http://127.0.0.1:${port}`);
    assert.equal(running?.timeTravel, true);
    assert.equal(Buffer.from(running?.payloadKey ?? '', 'base64').length, 32);
  });

  it('can be reached from this machine alone, in every part', async function () {
    if (process.platform !== 'linux') this.skip();
    const recorded = ['processen/worker.json', 'processen/api.json', 'temporal/proces.json', 'postgres/postmaster.pid'];
    const pids = await Promise.all(
      recorded.map(async (file) => Number(/\d+/.exec(await readFile(path.join(dataDir, file), 'utf8'))?.[0])),
    );
    const listening = await Promise.all([...pids, starts[0]?.child.pid ?? 0].map(listensOn));
    // The API, PostgreSQL, Temporal with its pages, the mailbox.
    for (const index of [1, 2, 3, 4]) assert.notDeepEqual(listening[index], [], `part ${index} listens`);
    assert.deepEqual(
      listening.flat().filter((address) => !LOOPBACK.has(address)),
      [],
    );
    await assert.rejects(fetch(`http://127.0.0.2:${port}/health/live`));
  });

  it('refuses a second start on the same data in one sentence', async () => {
    const second = start();
    assert.equal(await second.ended, 1);
    assert.match(
      second.output(),
      /^ {2}Signaalpunt draait al op .* \(proces \d+\): stop die eerst, of kies een andere DATA_DIR en PORT\.$/m,
    );
  });

  it('refuses a port that is taken in one sentence', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-start-'));
    const second = start({ DATA_DIR: other });
    assert.equal(await second.ended, 1);
    assert.match(
      second.output(),
      new RegExp(`^  Poort ${port} is al in gebruik: .*PORT=${port + 1} npm start\\.$`, 'm'),
    );
    await rm(other, { recursive: true });
  });

  it('starts again what is killed, and says so', async () => {
    const [first] = starts;
    assert.ok(first);
    for (const [name, file] of [
      ['De worker', 'processen/worker.json'],
      ['De API', 'processen/api.json'],
      ['Temporal', 'temporal/proces.json'],
      ['PostgreSQL', 'postgres/postmaster.pid'],
    ] as const) {
      const pid = Number(/\d+/.exec(await readFile(path.join(dataDir, file), 'utf8'))?.[0]);
      process.kill(pid, 'SIGKILL');
      await first.says(`${name} is gestopt (SIGKILL) en wordt opnieuw gestart.`);
    }
    await until(
      async () => (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined))?.status === 200,
    );
  });

  it('stops everything on SIGTERM, and has the data again at the next start', async () => {
    const [first] = starts;
    assert.ok(first);
    const running = await readRunning(dataDir);
    first.child.kill('SIGTERM');
    assert.equal(await first.ended, 0);
    assert.equal(await readRunning(dataDir), undefined);
    const addresses = [running?.databaseUrl ?? '', `tcp://${running?.temporalAddress}`, running?.smtpUrl ?? ''];
    for (const address of addresses) assert.ok(await isFree(Number(new URL(address).port), '127.0.0.1'), address);
    const again = start();
    await again.says('Stoppen: Ctrl-C');
    assert.equal((await readRunning(dataDir))?.databaseUrl, running?.databaseUrl);
  });

  it('leaves nothing running when it is killed itself', async () => {
    const again = starts.at(-1);
    assert.ok(again);
    const recorded = ['processen/worker.json', 'processen/api.json', 'temporal/proces.json', 'postgres/postmaster.pid'];
    const pids = await Promise.all(
      recorded.map(async (file) => Number(/\d+/.exec(await readFile(path.join(dataDir, file), 'utf8'))?.[0])),
    );
    again.child.kill('SIGKILL');
    for (const pid of pids) await until(async () => (await identify(pid)) === undefined);
  });
});

describe('the first npm start', () => {
  it('takes other ports when those that it likes are taken while it fetches Temporal', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-start-'));
    const taken = await Promise.all(['postgres', 'temporal', 'temporalUi', 'smtp'].map(() => freePort()));
    const [postgres, temporal, temporalUi, smtp] = taken;
    await writeFile(path.join(dataDir, 'poorten.json'), JSON.stringify({ postgres, temporal, temporalUi, smtp }));
    const real = await findTemporal({ address: undefined, dataDir, tell: () => undefined });
    // Stands for a long download: it says that it has begun, and goes on when it is let.
    const bin = path.join(dataDir, 'bin');
    await mkdir(bin);
    const stub = `#!/bin/sh\nif [ ! -e ${bin}/asked ]; then touch ${bin}/asked; until [ -e ${bin}/go ]; do sleep 0.1; done; fi\nexec "${real}" "$@"\n`;
    await writeFile(path.join(bin, 'temporal'), stub.replace('exec "temporal"', `PATH="\${PATH#*:}" exec temporal`), {
      mode: 0o755,
    });
    const port = await freePort();
    const begun = begin({ PORT: String(port), DATA_DIR: dataDir, PATH: `${bin}:${process.env['PATH'] ?? ''}` });
    const others: Server[] = [];
    try {
      await Promise.race([until(() => isThere(path.join(bin, 'asked'))), begun.ended]);
      for (const number of taken) others.push(createServer().listen(number, '127.0.0.1'));
      await Promise.all(others.map((other) => once(other, 'listening')));
      await writeFile(path.join(bin, 'go'), '');
      await begun.says('Stoppen: Ctrl-C');
      const chosen = Object.values(JSON.parse(await readFile(path.join(dataDir, 'poorten.json'), 'utf8')) as object);
      assert.deepEqual(
        chosen.filter((number) => taken.includes(number)),
        [],
      );
    } finally {
      begun.child.kill('SIGTERM');
      await begun.ended;
      for (const other of others) other.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('says in one sentence that its own port was taken meanwhile', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-start-'));
    const bin = path.join(dataDir, 'bin');
    await mkdir(bin);
    const stub = `#!/bin/sh\ntouch ${bin}/asked\nuntil [ -e ${bin}/go ]; do sleep 0.1; done\necho 'temporal version 1.9.0 (Server 1.32.0, UI 2.0.0)'\n`;
    await writeFile(path.join(bin, 'temporal'), stub, { mode: 0o755 });
    const port = await freePort();
    const begun = begin({ PORT: String(port), DATA_DIR: dataDir, PATH: `${bin}:${process.env['PATH'] ?? ''}` });
    await Promise.race([until(() => isThere(path.join(bin, 'asked'))), begun.ended]);
    const other = createServer().listen(port, '127.0.0.1');
    try {
      await once(other, 'listening');
      await writeFile(path.join(bin, 'go'), '');
      assert.equal(await begun.ended, 1);
      assert.match(begun.output(), new RegExp(`^  Poort ${port} is al in gebruik: `, 'm'));
    } finally {
      other.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});

describe('the data directory', () => {
  let dataDir: string;
  beforeEach(async () => (dataDir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-start-'))));
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('is for one process, until that gives it back', async () => {
    const release = await claimDataDir(dataDir);
    await assert.rejects(claimDataDir(dataDir), /Signaalpunt draait al op/);
    await release();
    await (
      await claimDataDir(dataDir)
    )();
  });

  it('is taken over from a process that is gone, also when its number is in use again', async () => {
    await writeFile(path.join(dataDir, 'slot.json'), JSON.stringify({ pid: process.pid, started: 'lang geleden' }));
    await (
      await claimDataDir(dataDir)
    )();
    await writeFile(path.join(dataDir, 'slot.json'), 'half geschr');
    await (
      await claimDataDir(dataDir)
    )();
  });

  it('keeps its ports, and moves only the one that is taken', async () => {
    const wanted = {
      postgres: await freePort(),
      temporal: await freePort(),
      temporalUi: await freePort(),
      smtp: await freePort(),
    };
    await writeFile(path.join(dataDir, 'poorten.json'), JSON.stringify(wanted));
    const other = createServer().listen(wanted.temporal, '127.0.0.1');
    await once(other, 'listening');
    const { temporal, ...rest } = await keepPorts(dataDir);
    other.close();
    assert.notEqual(temporal, wanted.temporal);
    assert.deepEqual(rest, { postgres: wanted.postgres, temporalUi: wanted.temporalUi, smtp: wanted.smtp });
    assert.equal((await keepPorts(dataDir)).temporal, temporal);
  });

  it('keeps its keys, and never makes new ones for a database that has others', async () => {
    const secrets = await keepSecrets(dataDir);
    assert.deepEqual(await keepSecrets(dataDir), secrets);
    await writeFile(path.join(dataDir, 'sleutels.json'), '{');
    await writeFile(path.join(dataDir, 'postgres'), '');
    await assert.rejects(keepSecrets(dataDir), /sleutels\.json ontbreekt of is beschadigd/);
  });
});

/** 127.0.0.1 and ::1 as Linux writes them. */
const LOOPBACK = new Set(['0100007F', '00000000000000000000000001000000', '0000000000000000FFFF00000100007F']);

/** The local addresses on which a process listens, as Linux writes them. */
async function listensOn(pid: number): Promise<string[]> {
  const links = await readdir(`/proc/${pid}/fd`);
  const open = await Promise.all(links.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
  const tables = await Promise.all(['tcp', 'tcp6'].map((table) => readFile(`/proc/${pid}/net/${table}`, 'utf8')));
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && open.includes(`socket:[${inode}]`))
    .map(([, local = '']) => local.split(':')[0] ?? '');
}

interface Start {
  child: ChildProcess;
  ended: Promise<number | null>;
  output: () => string;
  /** Resolves once it has printed this; rejects when it ends first. */
  says: (text: string) => Promise<void>;
}

function begin(env: Record<string, string>): Start {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'platform/embedded/main.ts'], {
    env: { PATH, HOME, ...env },
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  return {
    child,
    ended,
    output: () => output,
    says: (text) =>
      new Promise((resolve, reject) => {
        const check = (): void => void (output.includes(text) && (listeners.delete(check), resolve()));
        listeners.add(check);
        check();
        void ended.then(() => reject(new Error(`It ended without saying "${text}":\n${output}`)));
      }),
  };
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}
