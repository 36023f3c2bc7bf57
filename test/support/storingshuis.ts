import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { migrate } from '#db/migrate.ts';
import { keepSealKeys, sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { guard } from '#platform/guard.ts';
import { freePort } from '#platform/ports.ts';
import { type DatabaseLogins, provideLogins } from '#platform/postgres-roles.ts';
import { type PostgresServer, startPostgres } from '#platform/postgres.ts';
import { type MailboxServer, startMailbox } from '#platform/smtp.ts';
import type { TemporalServer } from '#platform/temporal.ts';

import { AUDIENCE } from './app.ts';
import { Draad } from './draad.ts';
import { knowOwner } from './postgres.ts';
import { eigenTemporal, TEST_NAMESPACE } from './temporal.ts';
import { TEST_PAYLOAD_KEY, tot, Werkplaats } from './worker.ts';

/** Everything that may fail by itself. */
export const DRADEN = ['api-postgres', 'worker-postgres', 'worker-temporal', 'worker-smtp'] as const;
export const PROCESSEN = ['api', 'worker', 'temporal', 'postgres'] as const;
export type Draadnaam = (typeof DRADEN)[number];
export type Procesnaam = (typeof PROCESSEN)[number];

interface Serverstart {
  postgres: () => Promise<PostgresServer>;
  temporal: () => Promise<TemporalServer>;
}

/**
 * All of Signaalpunt as processes of their own, with threads between them that can fail. PostgreSQL and Temporal keep what they have over a
 * kill; the mailbox lives here, so that nothing that it took can be lost.
 */
export class Storingshuis implements AsyncDisposable {
  readonly url: string;
  readonly postDir: string;
  readonly draden: Readonly<Record<Draadnaam, Draad>>;
  /** Looks on by ways of its own, that never fail. */
  readonly werkplaats: Werkplaats;
  /** Ends of processes that nobody asked for. */
  readonly ongevraagd: string[] = [];
  readonly #dir: string;
  readonly #logins: DatabaseLogins;
  readonly #mailbox: MailboxServer;
  readonly #env: Readonly<Record<string, string>>;
  readonly #metrics: number;
  readonly #start: Serverstart;
  #postgres: PostgresServer;
  #temporal: TemporalServer;
  readonly #kinderen = new Map<'api' | 'worker', ChildProcess>();

  private constructor(delen: {
    dir: string;
    logins: DatabaseLogins;
    mailbox: MailboxServer;
    draden: Storingshuis['draden'];
    env: Record<string, string>;
    metrics: number;
    werkplaats: Werkplaats;
    start: Serverstart;
    postgres: PostgresServer;
    temporal: TemporalServer;
  }) {
    this.#dir = delen.dir;
    this.#logins = delen.logins;
    this.#mailbox = delen.mailbox;
    this.draden = delen.draden;
    this.#env = delen.env;
    this.#metrics = delen.metrics;
    this.werkplaats = delen.werkplaats;
    this.#start = delen.start;
    this.#postgres = delen.postgres;
    this.#temporal = delen.temporal;
    this.url = delen.env['PUBLIC_URL'] ?? '';
    this.postDir = delen.env['POST_DIR'] ?? '';
  }

  static async open(): Promise<Storingshuis> {
    const dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-storingen-'));
    const [pgPort, tpPort, metrics] = [await freePort(), await freePort(), await freePort()];
    const start = await servers(dir, pgPort, tpPort);
    const [postgres, temporal] = await Promise.all([start.postgres(), start.temporal()]);
    const logins = await provideLogins(postgres.url());
    knowOwner(logins);
    await migrate(logins.databaseUrl, { ownerUrl: logins.databaseOwnerUrl, reizen: true, demo: true });
    const mailbox = await startMailbox({ dir: path.join(dir, 'post'), port: 0 });
    const naar: Readonly<Record<Draadnaam, number>> = {
      'api-postgres': pgPort,
      'worker-postgres': pgPort,
      'worker-temporal': tpPort,
      'worker-smtp': mailbox.port,
    };
    const draden = Object.fromEntries(
      await Promise.all(DRADEN.map(async (naam) => [naam, await Draad.open(naar[naam])] as const)),
    ) as Record<Draadnaam, Draad>;
    const env = await omgeving(dir, draden);
    const werkplaats = await Werkplaats.open({ databaseUrl: logins.databaseUrl, address: temporal.address });
    const delen = { dir, logins, mailbox, draden, env, metrics, werkplaats, start, postgres, temporal };
    const huis = new Storingshuis(delen);
    await Promise.all([huis.start('api'), huis.start('worker')]);
    await Promise.all([huis.wordt('api', true), huis.wordt('worker', true)]);
    return huis;
  }

  /** Whether this process says that it works. */
  async isKlaar(wie: 'api' | 'worker'): Promise<boolean> {
    const adres = wie === 'api' ? this.url : `http://127.0.0.1:${this.#metrics}`;
    return fetch(`${adres}/health/ready`, { signal: AbortSignal.timeout(15_000) }).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  wordt(wie: 'api' | 'worker', klaar: boolean): Promise<void> {
    return tot(async () => (await this.isKlaar(wie)) === klaar);
  }

  async start(wie: Procesnaam): Promise<void> {
    if (wie === 'postgres') this.#postgres = await this.#start.postgres();
    else if (wie === 'temporal') this.#temporal = await this.#start.temporal();
    else this.#spawn(wie);
  }

  /** kill -9. Resolves when it is gone. */
  async dood(wie: Procesnaam): Promise<void> {
    if (wie === 'postgres' || wie === 'temporal') {
      const server = wie === 'postgres' ? this.#postgres : this.#temporal;
      process.kill(server.pid, 'SIGKILL');
      await server.exited;
      return;
    }
    const kind = this.#kinderen.get(wie);
    if (kind === undefined) return;
    this.#kinderen.delete(wie);
    kind.kill('SIGKILL');
    if (kind.exitCode === null && kind.signalCode === null) await once(kind, 'exit');
  }

  /** Asks the worker to end, and returns how it did. */
  async vraagWorkerWeg(): Promise<number | string> {
    const kind = this.#kinderen.get('worker');
    if (kind === undefined) throw new Error('There is no worker');
    this.#kinderen.delete('worker');
    const eind = once(kind, 'exit') as Promise<[number | null, string | null]>;
    kind.kill('SIGTERM');
    const [code, signaal] = await eind;
    return code ?? signaal ?? '';
  }

  /** SIGSTOP, or SIGCONT when it goes on: it is there, and does nothing. */
  async bevries(wie: Procesnaam, gaDoor: boolean): Promise<void> {
    for (const pid of await this.#pids(wie)) {
      try {
        process.kill(pid, gaDoor ? 'SIGCONT' : 'SIGSTOP');
      } catch {
        // A back end that ended meanwhile.
      }
    }
  }

  /** Holds the log against its seals, as an auditor does. */
  async controleerLogboek(): Promise<{ code: number; tekst: string }> {
    const kind = spawn(process.execPath, ['--import', 'tsx', 'activities/audit/main.ts'], {
      env: { ...this.#env, DATABASE_URL: this.#logins.databaseUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let tekst = '';
    for (const stroom of [kind.stdout, kind.stderr]) stroom.on('data', (stuk) => (tekst += String(stuk)));
    const [code] = (await once(kind, 'exit')) as [number];
    return { code, tekst };
  }

  async #pids(wie: Procesnaam): Promise<number[]> {
    if (wie === 'temporal') return [this.#temporal.pid];
    if (wie === 'postgres') {
      const { pid } = this.#postgres;
      const kinderen = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
      return [pid, ...kinderen.trim().split(' ').filter(Boolean).map(Number)];
    }
    const pid = this.#kinderen.get(wie)?.pid;
    return pid === undefined ? [] : [pid];
  }

  #spawn(wie: 'api' | 'worker'): void {
    const bestand = wie === 'api' ? 'api/main.ts' : 'activities/main.ts';
    const { poort } = this.draden[`${wie}-postgres`];
    const kind = spawn(process.execPath, ['--import', 'tsx', bestand], {
      env: {
        ...this.#env,
        DATABASE_URL: Object.assign(new URL(this.#logins.databaseUrl), { port: String(poort) }).href,
        ...(wie === 'worker' && { METRICS_PORT: String(this.#metrics) }),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    guard(kind, 'TERM');
    this.#kinderen.set(wie, kind);
    kind.once('exit', (code, signaal) => {
      if (this.#kinderen.get(wie) !== kind) return;
      this.#kinderen.delete(wie);
      this.ongevraagd.push(`${wie}: ${code ?? signaal}`);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.dood('api'), this.dood('worker')]);
    await this.werkplaats.sluit();
    await Promise.all([this.#temporal.stop(), this.#postgres.stop(), this.#mailbox.close()]);
    await Promise.all(Object.values(this.draden).map((draad) => draad[Symbol.asyncDispose]()));
    await rm(this.#dir, { recursive: true, force: true });
  }
}

/** How PostgreSQL and Temporal begin, each time on what they had. */
async function servers(dir: string, pgPort: number, tpPort: number): Promise<Serverstart> {
  const password = randomBytes(12).toString('hex');
  return {
    postgres: () =>
      startPostgres({
        dir: path.join(dir, 'pg'),
        port: pgPort,
        password,
        logFile: path.join(dir, 'pg.log'),
      }),
    temporal: await eigenTemporal(dir, { port: tpPort }),
  };
}

/** The settings of both processes; a signaal begins on a working day. */
async function omgeving(dir: string, draden: Storingshuis['draden']): Promise<Record<string, string>> {
  const zegels = { dataDir: dir, seals: { dir } };
  await keepSealKeys(zegels);
  const { keyFile, publicKeyFile } = sealKeysOf(zegels);
  const port = await freePort();
  return {
    PATH: process.env['PATH'] ?? '',
    TZ: 'UTC',
    TEMPORAL_NAMESPACE: TEST_NAMESPACE,
    TEMPORAL_ADDRESS: `127.0.0.1:${draden['worker-temporal'].poort}`,
    TEMPORAL_UI_URL: 'http://localhost:8233',
    PAYLOAD_KEY: Buffer.from(TEST_PAYLOAD_KEY).toString('base64'),
    BIJLAGE_KEY: Buffer.alloc(32, 3).toString('base64'),
    SMTP_URL: `smtp://127.0.0.1:${draden['worker-smtp'].poort}`,
    MAIL_FROM: 'Signaalpunt <post@signaalpunt.example>',
    OIDC_AUDIENCE: AUDIENCE,
    REQUESTS_PER_MINUTE: '1000000',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    LISTEN_ADDRESS: '127.0.0.1',
    DATA_DIR: dir,
    POST_DIR: path.join(dir, 'post'),
    ZEGEL_DIR: path.join(dir, 'zegels'),
    ZEGEL_PUBLIC_KEY_FILE: publicKeyFile,
    ZEGEL_KEY_FILE: keyFile,
    TIJDREIZEN: 'aan',
    INGEBED: '1',
    VERTREK: '2026-05-06T08:00:00Z',
    LOG_LEVEL: 'silent',
  };
}
