import { access } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Config, Environment } from '../config.ts';
import { isFree } from '../ports.ts';
import { endPostgres } from '../postgres-directory.ts';
import { startPostgres } from '../postgres.ts';
import { identify } from '../processes.ts';
import { startMailbox } from '../smtp.ts';
import { StartError } from '../start-error.ts';
import { endTemporal } from '../temporal-directory.ts';
import type { SearchAttributes } from '../temporal-namespace.ts';
import { findTemporal } from '../temporal-program.ts';
import { startTemporal } from '../temporal.ts';
import { claimDataDir, keepPorts, keepSecrets, logFile, type Ports, type Secrets } from './data-dir.ts';
import { keepAlive, type Keeper, type Part } from './keep-alive.ts';
import { endPrograms, startProgram } from './node-program.ts';
import { clearRunning, writeRunning, type Running } from './running.ts';
import type { Screen } from './screen.ts';

export interface Supervisor {
  /** Resolves when everything is ready. Throws StartError when that cannot be. */
  start: () => Promise<Running>;
  /** Stops every part, the last started first. May be called at any moment, also during the start. */
  stop: () => Promise<void>;
}

export interface SupervisorOptions {
  config: Config;
  /** What the processes of ours inherit. */
  env: Environment;
  /** Folder of the project. */
  root: string;
  searchAttributes: SearchAttributes;
  screen: Screen;
}

const PATIENCE = 120_000;

/** Runs the whole service on this machine: what is not given by address is started, and what dies is started again. */
export function createSupervisor({ config, env, root, searchAttributes, screen }: SupervisorOptions): Supervisor {
  const { dataDir } = config;
  const processDir = path.join(dataDir, 'processen');
  const postgresDir = path.join(dataDir, 'postgres');
  const temporalDir = path.join(dataDir, 'temporal');
  const logs = path.join(dataDir, 'log');
  const undo: (() => Promise<void>)[] = [];
  const stopping = new AbortController();
  let starting: Promise<Running> | undefined;

  async function up<T>(work: Promise<T>): Promise<T> {
    const result = await work;
    stopping.signal.throwIfAborted();
    return result;
  }

  async function kept(name: string, begin: () => Promise<Part>): Promise<Keeper> {
    const keeper = keepAlive(name, await begin(), begin, screen.tell);
    undo.push(keeper.stop);
    stopping.signal.throwIfAborted();
    return keeper;
  }

  async function databaseUrl({ postgresPassword }: Secrets, ports: Ports): Promise<string> {
    if (config.database.url !== undefined) return config.database.url;
    const log = await logFile(dataDir, 'postgres');
    let url = '';
    await kept('PostgreSQL', async () => {
      const server = await startPostgres({
        dir: postgresDir,
        port: ports.postgres,
        password: postgresPassword,
        logFile: log,
      });
      url = server.url();
      return server;
    });
    screen.tell('PostgreSQL draait.');
    return url;
  }

  /** `program` is undefined where somebody else runs Temporal. */
  async function temporal(
    ports: Ports,
    program: string | undefined,
  ): Promise<Pick<Running, 'temporalAddress' | 'temporalUiUrl'> & { startedAfresh: boolean }> {
    const { address, uiUrl, namespace } = config.temporal;
    if (program === undefined || address !== undefined)
      return {
        temporalAddress: address ?? '',
        startedAfresh: false,
        ...(uiUrl !== undefined && { temporalUiUrl: uiUrl }),
      };
    const log = await logFile(dataDir, 'temporal');
    let startedAfresh = false;
    await kept('Temporal', async () => {
      const server = await startTemporal({
        program,
        namespace,
        searchAttributes,
        dir: temporalDir,
        port: ports.temporal,
        uiPort: ports.temporalUi,
        codecEndpoint: `${config.web.publicUrl}/dev/codec`,
        timeSkipping: config.timeTravel,
        logFile: log,
        tell: screen.tell,
      });
      startedAfresh ||= server.startedAfresh;
      return server;
    });
    screen.tell('Temporal draait.');
    return {
      temporalAddress: `127.0.0.1:${ports.temporal}`,
      temporalUiUrl: `http://localhost:${ports.temporalUi}`,
      startedAfresh,
    };
  }

  async function mailbox(ports: Ports): Promise<Pick<Running, 'smtpUrl' | 'postDir'>> {
    if (config.mail.smtpUrl !== undefined) return { smtpUrl: config.mail.smtpUrl };
    const postDir = config.mail.spoolDir ?? path.join(dataDir, 'post');
    const server = await up(startMailbox({ dir: postDir, port: ports.smtp }));
    undo.push(server.close);
    return { smtpUrl: server.url, postDir };
  }

  async function startAll(): Promise<Running> {
    const { port, publicUrl } = config.web;
    const listenAddress = listenAddressOf(config);
    undo.push(await claimDataDir(dataDir));
    // Before the ports are looked at, for they may hold them.
    await Promise.all([endPrograms(processDir), endPostgres(postgresDir), endTemporal(temporalDir)]);
    await needFree(port, listenAddress);
    const secrets = await keepSecrets(dataDir);
    // The first time this takes minutes, in which anybody may take a port. So what is chosen is chosen afterwards.
    const { address } = config.temporal;
    const program = await up(findTemporal({ address, dataDir, tell: screen.tell, signal: stopping.signal }));
    await needFree(port, listenAddress);
    const ports = await up(keepPorts(dataDir));
    const database = await databaseUrl(secrets, ports);
    const { startedAfresh, ...temporalPlace } = await temporal(ports, program);
    const running: Running = {
      ...temporalPlace,
      ...(await mailbox(ports)),
      process: (await identify(process.pid)) ?? { pid: process.pid, started: '' },
      publicUrl,
      apiUrl: `http://${reachable(listenAddress)}:${port}`,
      databaseUrl: database,
      temporalNamespace: config.temporal.namespace,
      payloadKey:
        config.temporal.payloadKey === undefined
          ? secrets.payloadKey
          : Buffer.from(config.temporal.payloadKey).toString('base64'),
      timeTravel: config.timeTravel,
    };
    const { key } = config.attachments;
    const attachments = {
      BIJLAGE_KEY: key === undefined ? secrets.attachmentKey : Buffer.from(key).toString('base64'),
    };
    const ours = async (name: string, file: string): Promise<() => Promise<Part>> => {
      const log = await logFile(dataDir, name);
      return () =>
        Promise.resolve(
          startProgram({
            name,
            processDir,
            file: path.join(root, file),
            cwd: root,
            env: { ...serviceEnvironment(config, env, running), ...attachments, ...metricsPort(config, name) },
            logFile: log,
            warn: (line) => screen.warn(name, line),
          }),
        );
    };
    await runToEnd('De database', await ours('migratie', 'db/migrate.ts'));
    screen.tell('De database is bijgewerkt.');
    const beginWorker = await ours('worker', 'activities/main.ts');
    const beginApi = await ours('api', 'api/main.ts');
    const [api, worker] = await Promise.all([beginApi(), beginWorker()]);
    undo.push(api.stop, worker.stop);
    await up(untilReady(answersReady(running.apiUrl), { 'De API': api, 'De worker': worker }));
    undo.splice(-2);
    undo.push(
      keepAlive('De API', api, beginApi, screen.tell).stop,
      keepAlive('De worker', worker, beginWorker, screen.tell).stop,
    );
    if (config.oidc.issuer === undefined && !isLoopback(listenAddress))
      screen.warn(
        'let op',
        `Wie deze machine bereikt (LISTEN_ADDRESS is ${listenAddress}), krijgt zonder wachtwoord een token van elke demogebruiker.`,
      );
    if (startedAfresh) await rebuild(await ours('herstel', 'activities/herstel/main.ts'));
    await writeRunning(dataDir, running);
    undo.push(() => clearRunning(dataDir));
    return running;
  }

  /** Fresh workflows for every open case. Without it nothing is lost: the guard starts them one by one. */
  async function rebuild(begin: () => Promise<Part>): Promise<void> {
    if (!(await present(path.join(root, 'activities/herstel/main.ts')))) return;
    await runToEnd('Het herstel', begin);
    screen.tell('Temporal is opnieuw opgebouwd uit PostgreSQL.');
  }

  async function runToEnd(name: string, begin: () => Promise<Part>): Promise<void> {
    const part = await begin();
    const stop = (): void => void part.stop();
    stopping.signal.addEventListener('abort', stop);
    const how = await up(part.exited);
    stopping.signal.removeEventListener('abort', stop);
    if (how !== 'exitcode 0') throw new StartError(`${name} kon niet worden bijgewerkt (${how}). Zie ${logs}.`);
  }

  async function untilReady(ready: Promise<void>, parts: Readonly<Record<string, Part>>): Promise<void> {
    const ended = Object.entries(parts).map(async ([name, part]) => {
      const how = await part.exited;
      throw new StartError(`${name} stopte meteen (${how}). Zie ${logs}.`);
    });
    const stopped = new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
    const tooLate = sleep(PATIENCE, undefined, { ref: false }).then(() => {
      throw new StartError(`De API is na twee minuten nog niet klaar. Zie ${logs}.`);
    });
    await Promise.race([...ended, ready, stopped, tooLate]);
  }

  async function answersReady(apiUrl: string): Promise<void> {
    while (!stopping.signal.aborted) {
      const answer = await fetch(`${apiUrl}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
        () => undefined,
      );
      if (answer?.status === 200) return;
      await sleep(100, undefined, { ref: false });
    }
  }

  return {
    start: () => (starting ??= startAll()),
    stop: async () => {
      stopping.abort();
      await starting?.catch(() => undefined);
      while (undo.length > 0) await undo.pop()?.();
    },
  };
}

async function needFree(port: number, host: string): Promise<void> {
  if (await isFree(port, host)) return;
  throw new StartError(
    `Poort ${port} is al in gebruik: stop wat daar draait, of kies een andere, zoals PORT=${port + 1} npm start.`,
  );
}

/** The complete settings of the API and the worker, whatever `npm start` itself was given. */
function serviceEnvironment(
  { web, dataDir, mail, oidc, log }: Config,
  env: Environment,
  running: Running,
): Environment {
  return {
    ...env,
    TZ: 'UTC',
    PORT: String(web.port),
    LISTEN_ADDRESS: listenAddressOf({ web }),
    REQUESTS_PER_MINUTE: String(web.requestsPerMinute),
    PUBLIC_URL: web.publicUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: running.databaseUrl,
    TEMPORAL_ADDRESS: running.temporalAddress,
    TEMPORAL_NAMESPACE: running.temporalNamespace,
    TEMPORAL_UI_URL: running.temporalUiUrl,
    PAYLOAD_KEY: running.payloadKey,
    SMTP_URL: running.smtpUrl,
    MAIL_FROM: mail.from,
    POST_DIR: running.postDir,
    OIDC_ISSUER: oidc.issuer,
    OIDC_AUDIENCE: oidc.audience,
    OIDC_TOKENTYPE: oidc.tokenType,
    LOG_LEVEL: log.level,
    TIJDREIZEN: running.timeTravel ? 'aan' : 'uit',
    INGEBED: '1',
  };
}

/** This machine alone, unless a setting says otherwise: what is started here hands out tokens without a password. */
function listenAddressOf({ web: { listenAddress = '127.0.0.1' } }: Pick<Config, 'web'>): string {
  return listenAddress;
}

/** How this machine itself reaches what listens on an address, for in a URL. */
function reachable(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  if (address === '::') return '[::1]';
  return address.includes(':') ? `[${address}]` : address;
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}

/** Both processes run on one machine, so the API has the port after that of the worker. */
function metricsPort({ monitoring: { metricsPort: port } }: Config, name: string): Environment {
  return port === undefined ? {} : { METRICS_PORT: String(name === 'api' ? port + 1 : port) };
}

async function present(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
