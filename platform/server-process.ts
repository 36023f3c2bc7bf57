import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';

import { guard } from './guard.ts';

export interface ServerProgram {
  /** Path of the program. */
  program: string;
  args: readonly string[];
  cwd: string;
  /** Who it runs as, when that is not who we are. */
  account?: { uid?: number; gid?: number };
  /** File that all its output is appended to. */
  logFile: string;
  /** What ends it when this process is gone. */
  signal: 'INT' | 'TERM';
  /** Folder that disappears with this process. */
  remove?: string;
}

/** A child process. */
export interface ServerProcess {
  child: ChildProcess;
  /** Absent when the program could not be started. */
  pid: number | undefined;
  /** Resolves with the signal or the exit code that ended it. */
  exited: Promise<string>;
}

/** Starts the program of a server beside us. */
export async function spawnServer(server: ServerProgram): Promise<ServerProcess> {
  const log = await open(server.logFile, 'a');
  // Detached: Ctrl-C in the terminal must reach us alone, so that the parts can be stopped in order.
  const child = spawn(server.program, server.args, {
    ...server.account,
    cwd: server.cwd,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  // Before anything else is waited for: a server that cannot start may be gone by then.
  const exited = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? `exitcode ${code}`)),
  );
  child.on('error', () => child.emit('exit', 127, null));
  guard(child, server.signal, server.remove ?? '');
  await log.close();
  return { child, pid: child.pid, exited };
}

/** Asks a process to end with the one signal, and after `patience` ms makes it with the other. */
export async function endProcess(
  { child, exited }: Pick<ServerProcess, 'child' | 'exited'>,
  [ask, make]: readonly [NodeJS.Signals, NodeJS.Signals],
  patience: number,
): Promise<void> {
  child.kill(ask);
  const timer = setTimeout(() => child.kill(make), patience);
  await exited;
  clearTimeout(timer);
}
