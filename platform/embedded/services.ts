import { access } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Config, Environment } from '../config.ts';
import { StartError } from '../start-error.ts';
import { logFile, type Secrets } from './data-dir.ts';
import type { Part } from './keep-alive.ts';
import type { Lifetime } from './lifetime.ts';
import { endPrograms, startProgram } from './node-program.ts';
import type { Running } from './running.ts';
import type { Screen } from './screen.ts';
import { serviceEnvironment } from './service-environment.ts';

export interface Services {
  /** Brings the database up to date. */
  migrate: () => Promise<void>;
  /** Starts the API and the worker, and waits until the API says that it is ready. */
  serve: () => Promise<void>;
  /** Fresh workflows for every open case. Without it nothing is lost: the guard starts them one by one. */
  rebuild: () => Promise<void>;
}

export interface ServicesOptions {
  config: Config;
  /** What our processes inherit. */
  env: Environment;
  /** Folder of the project. */
  root: string;
  running: Running;
  secrets: Secrets;
  screen: Screen;
  lifetime: Lifetime;
}

type Begin = () => Promise<Part>;

const PATIENCE = 120_000;
const MIGRATE = 'db/migrate.ts';
const WORKER = 'activities/main.ts';
const API = 'api/main.ts';
const REBUILD = 'activities/herstel/main.ts';

/** Our own programs, each as a process of its own. They throw StartError when one of them does not come up. */
export function createServices(options: ServicesOptions): Services {
  const { config, root, running, screen, lifetime } = options;
  const logs = path.join(config.dataDir, 'log');
  return {
    migrate: async () => {
      await runToEnd('De database', await program('migratie', MIGRATE, options), lifetime, logs);
      screen.tell('De database is bijgewerkt.');
    },
    serve: async () => {
      const beginWorker = await program('worker', WORKER, options);
      const beginApi = await program('api', API, options);
      const [api, worker] = await Promise.all([beginApi(), beginWorker()]);
      try {
        await lifetime.up(untilReady(running.apiUrl, { 'De API': api, 'De worker': worker }, lifetime.stopping, logs));
      } catch (fault) {
        await worker.stop();
        await api.stop();
        throw fault;
      }
      lifetime.adopt('De API', api, beginApi);
      lifetime.adopt('De worker', worker, beginWorker);
    },
    rebuild: async () => {
      if (!(await present(path.join(root, REBUILD)))) return;
      await runToEnd('Het herstel', await program('herstel', REBUILD, options), lifetime, logs);
      screen.tell('Temporal is opnieuw opgebouwd uit PostgreSQL.');
    },
  };
}

/** Ends our programs that an earlier start left behind on this folder when it was killed. */
export async function endServices(dataDir: string): Promise<void> {
  await endPrograms(processDir(dataDir));
}

/** What starts a program of ours, as often as is needed. */
async function program(
  name: string,
  file: string,
  { config, env, root, running, secrets, screen }: ServicesOptions,
): Promise<Begin> {
  const log = await logFile(config.dataDir, name);
  return () =>
    Promise.resolve(
      startProgram({
        name,
        processDir: processDir(config.dataDir),
        file: path.join(root, file),
        cwd: root,
        env: serviceEnvironment(config, env, running, secrets, name),
        logFile: log,
        warn: (line) => screen.warn(name, line),
      }),
    );
}

async function runToEnd(name: string, begin: Begin, { stopping, up }: Lifetime, logs: string): Promise<void> {
  const part = await begin();
  const stop = (): void => void part.stop();
  stopping.addEventListener('abort', stop);
  const how = await up(part.exited);
  stopping.removeEventListener('abort', stop);
  if (how !== 'exitcode 0') throw new StartError(`${name} kon niet worden bijgewerkt (${how}). Zie ${logs}.`);
}

async function untilReady(
  apiUrl: string,
  parts: Readonly<Record<string, Part>>,
  stopping: AbortSignal,
  logs: string,
): Promise<void> {
  const ended = Object.entries(parts).map(async ([name, part]) => {
    const how = await part.exited;
    throw new StartError(`${name} stopte meteen (${how}). Zie ${logs}.`);
  });
  const stopped = new Promise((resolve) => stopping.addEventListener('abort', resolve));
  const tooLate = sleep(PATIENCE, undefined, { ref: false }).then(() => {
    throw new StartError(`De API is na twee minuten nog niet klaar. Zie ${logs}.`);
  });
  await Promise.race([...ended, answersReady(apiUrl, stopping), stopped, tooLate]);
}

async function answersReady(apiUrl: string, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const response = await fetch(`${apiUrl}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    if (response?.status === 200) return;
    await sleep(100, undefined, { ref: false });
  }
}

function processDir(dataDir: string): string {
  return path.join(dataDir, 'processen');
}

async function present(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
