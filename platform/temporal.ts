import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { isFree } from './ports.ts';
import { endProcess, spawnServer } from './server-process.ts';
import { StartError } from './start-error.ts';
import {
  databaseFile,
  endTemporal,
  forgetProcess,
  hasDatabase,
  recordProcess,
  recordVersion,
  setAside,
  whyUnusable,
} from './temporal-directory.ts';
import { untilTemporalServes, type SearchAttributes } from './temporal-namespace.ts';
import { temporalVersion } from './temporal-program.ts';

export interface TemporalOptions {
  /** Path of the `temporal` program, from `findTemporal`. */
  program: string;
  /** Folder of the database; made when it is absent. */
  dir: string;
  port: number;
  /** Port of the web UI; without it there is none. */
  uiPort?: number;
  /** Where the web UI lets payloads be decoded. */
  codecEndpoint?: string;
  namespace: string;
  searchAttributes: SearchAttributes;
  /** Never in production: lets a workflow's own clock be moved, and makes its timers fire within 50 ms. */
  timeSkipping: boolean;
  logFile: string;
  /** Further settings of the server, each as `key=value`. */
  settings?: readonly string[];
  /** For tests: no waiting for the disk, and the folder disappears with this process. */
  throwaway?: boolean;
  /** Hears, in a Dutch sentence, that a database was set aside. */
  tell?: (sentence: string) => void;
}

export interface TemporalServer {
  pid: number;
  address: string;
  /** Whether an earlier database could not be used, so that workflows have to be started again from PostgreSQL. */
  startedAfresh: boolean;
  exited: Promise<string>;
  stop: () => Promise<void>;
}

/**
 * Starts Temporal's development server on 127.0.0.1, with a database file that outlives it. A database of another
 * version, or one that is damaged, is set aside: nothing is in there that PostgreSQL does not know.
 * Throws StartError when the server does not come up.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const dir = path.resolve(options.dir);
  await mkdir(path.dirname(options.logFile), { recursive: true });
  await endTemporal(dir);
  // Asked first: behind a taken port may be another Temporal, which would answer in the place of ours.
  if (!(await isFree(options.port, '127.0.0.1')))
    throw new StartError(`Poort ${options.port} voor Temporal is bezet: start opnieuw, dan wordt een andere gekozen.`);
  const hadDatabase = await hasDatabase(dir);
  const version = await temporalVersion(options.program);
  const reason = hadDatabase ? await whyUnusable(dir, version) : undefined;
  if (reason !== undefined) await setAside(dir, reason, options.tell);
  try {
    return await launch({ ...options, dir }, version, reason !== undefined);
  } catch (fault) {
    if (!(fault instanceof EndedEarly)) throw fault;
    if (!hadDatabase || reason !== undefined) throw fault.explain(options);
    await setAside(dir, 'is beschadigd', options.tell);
    return launch({ ...options, dir }, version, true).catch((again: unknown) => {
      throw again instanceof EndedEarly ? again.explain(options) : again;
    });
  }
}

async function launch(options: TemporalOptions, version: string, startedAfresh: boolean): Promise<TemporalServer> {
  const { dir, port, namespace, searchAttributes } = options;
  await recordVersion(dir, version);
  const logStart = await stat(options.logFile).then(
    ({ size }) => size,
    () => 0,
  );
  const server = await spawnServer({
    program: options.program,
    args: serverArguments(options),
    cwd: dir,
    logFile: options.logFile,
    signal: 'TERM',
    ...(options.throwaway === true && { remove: path.dirname(dir) }),
  });
  const { pid, exited } = server;
  if (pid === undefined)
    throw new StartError(
      `Het programma ${options.program} is niet te starten: verwijder het, dan wordt het opnieuw opgehaald.`,
    );
  await recordProcess(dir, pid);
  const address = `127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await endProcess(server, ['SIGTERM', 'SIGKILL'], 10_000);
    await forgetProcess(dir);
  };
  const gone = new AbortController();
  void exited.then(() => gone.abort());
  const serves = untilTemporalServes(address, namespace, searchAttributes, gone.signal);
  const outcome = await Promise.race([exited.then(() => 'ended' as const), serves]).catch(async (fault: unknown) => {
    await stop();
    throw fault;
  });
  if (outcome === 'ended') throw new EndedEarly((await readFile(options.logFile, 'utf8')).slice(logStart));
  return { pid, address, startedAfresh, exited, stop };
}

const CLI_TYPES = { KEYWORD: 'Keyword', DATETIME: 'Datetime' } as const;

function serverArguments({
  dir,
  port,
  uiPort,
  codecEndpoint,
  namespace,
  searchAttributes,
  timeSkipping,
  settings = [],
  throwaway,
}: TemporalOptions): string[] {
  // Servers after 1.32 know the first of these settings by the second name.
  const travel = [
    'frontend.WorkflowTimeSkippingEnabled=true',
    'system.workflowTimeSkippingEnabled=true',
    'history.timerProcessorMaxTimeShift="50ms"',
  ];
  const allSettings = [...(timeSkipping ? travel : []), ...settings];
  return [
    'server',
    'start-dev',
    '--ip=127.0.0.1',
    `--port=${port}`,
    `--namespace=${namespace}`,
    '--log-level=warn',
  ].concat(
    [`--db-filename=${databaseFile(dir)}`, '--sqlite-pragma=journal_mode=wal'],
    [`--sqlite-pragma=synchronous=${throwaway === true ? 'off' : 'normal'}`],
    searchAttributes.map(({ name, type }) => `--search-attribute=${name}=${CLI_TYPES[type]}`),
    uiPort === undefined ? ['--headless'] : [`--ui-port=${uiPort}`, '--ui-ip=127.0.0.1', '--ui-disable-news-fetch'],
    uiPort === undefined || codecEndpoint === undefined ? [] : [`--ui-codec-endpoint=${codecEndpoint}`],
    allSettings.map((setting) => `--dynamic-config-value=${setting}`),
  );
}

class EndedEarly extends Error {
  constructor(log: string) {
    const lines = log.trim().split('\n');
    super(lines.findLast((line) => /error|unable|can't/i.test(line)) ?? lines.at(-1) ?? '');
  }

  explain({ logFile }: TemporalOptions): StartError {
    return new StartError(`Temporal start niet: ${this.message.slice(0, 300)}. Zie ${logFile}.`);
  }
}
