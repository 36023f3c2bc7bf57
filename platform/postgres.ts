import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { serverAccount, type ServerAccount } from './postgres-account.ts';
import { directoryArgument, prepareDirectory, SUPERUSER } from './postgres-directory.ts';
import { findPostgres } from './postgres-program.ts';
import { endProcess, spawnServer } from './server-process.ts';
import { StartError } from './start-error.ts';

export interface PostgresOptions {
  /** Folder of the data; made when it is absent. */
  dir: string;
  port: number;
  password: string;
  /** File that the server's own log is appended to. */
  logFile: string;
  /** For tests: no waiting for the disk, and the folder disappears with this process. */
  throwaway?: boolean;
}

export interface PostgresServer {
  pid: number;
  /** Connection string of the superuser for a database, `postgres` by default. */
  url: (database?: string) => string;
  /** Resolves when the server has ended, for whatever reason. */
  exited: Promise<string>;
  stop: () => Promise<void>;
}

const ORDINARY = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  // A refused statement is quoted with what people wrote in it; whoever asked logs the code.
  'log_min_messages=log',
  'max_connections=200',
  'max_wal_senders=0',
  'wal_level=minimal',
];
const THROWAWAY = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  // Every test leaves a database behind, and it would look into each of them every minute.
  'autovacuum=off',
  'checkpoint_timeout=1d',
  'max_wal_size=4GB',
];

/**
 * Starts PostgreSQL 18 on 127.0.0.1, on a folder that is created when absent and repaired after a kill.
 * Throws StartError when the folder, the port or the machine does not allow it.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const dir = path.resolve(options.dir);
  await mkdir(path.dirname(dir), { recursive: true });
  await mkdir(path.dirname(options.logFile), { recursive: true });
  const account = await serverAccount(dir);
  const program = await findPostgres(account);
  await prepareDirectory(dir, account, program, options.password);
  const server = await spawnServer({
    program: program.postgres,
    args: serverArguments({ ...options, dir }, account),
    account,
    cwd: dir,
    logFile: options.logFile,
    signal: 'INT',
    ...(options.throwaway === true && { remove: path.dirname(dir) }),
  });
  const { pid, exited } = server;
  if (pid === undefined)
    throw new StartError(`PostgreSQL start niet (${program.postgres}): draai "npm ci" opnieuw, of zet DATABASE_URL.`);
  await untilReady(dir, pid, exited, options);
  return {
    pid,
    exited,
    url: (database = 'postgres') =>
      `postgresql://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`,
    // INT ends sessions and writes a checkpoint, QUIT skips that.
    stop: () => endProcess(server, ['SIGINT', 'SIGQUIT'], 20_000),
  };
}

function serverArguments(options: PostgresOptions, account: ServerAccount): string[] {
  const settings = [`port=${options.port}`, ...ORDINARY, ...(options.throwaway === true ? THROWAWAY : [])];
  return ['-D', directoryArgument(options.dir, account), ...settings.flatMap((setting) => ['-c', setting])];
}

/** The server writes its own state to the last line of postmaster.pid, so no connection is needed to know it. */
async function untilReady(
  dir: string,
  pid: number,
  exited: Promise<string>,
  { port, logFile }: PostgresOptions,
): Promise<void> {
  let ended: string | undefined;
  void exited.then((how) => (ended = how));
  for (;;) {
    const lines = (await readFile(path.join(dir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return;
    if (ended !== undefined) throw await whyItEnded(dir, port, logFile, ended);
    await sleep(20);
  }
}

async function whyItEnded(dir: string, port: number, logFile: string, ended: string): Promise<StartError> {
  const log = (await readFile(logFile, 'utf8').catch(() => '')).trimEnd().split('\n').slice(-20);
  if (log.some((line) => /could not (bind|create any TCP)/.test(line)))
    return new StartError(`Poort ${port} voor PostgreSQL is bezet: start opnieuw, dan wordt een andere gekozen.`);
  const reason = log.findLast((line) => /FATAL|PANIC/.test(line))?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? ended;
  return new StartError(
    `PostgreSQL start niet op ${dir}: ${reason}. Zie ${logFile}; zet een reservekopie terug, of hernoem de map om leeg te beginnen.`,
  );
}
