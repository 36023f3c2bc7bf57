import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { guard } from '../guard.ts';
import { identify, stopProcess, type ProcessIdentity } from '../processes.ts';
import { endProcess } from '../server-process.ts';
import { StartError } from '../start-error.ts';
import { readJson, writeWhole } from './data-dir.ts';
import type { Part } from './keep-alive.ts';

export interface NodeProgram {
  name: string;
  /** Path of the TypeScript file. */
  file: string;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Folder in which it is remembered while it runs, for a next start to find it. */
  processDir: string;
  /** File that all its output is appended to. */
  logFile: string;
  /** Hears the warnings and errors that it logs, line by line. */
  warn: (line: string) => void;
}

/** How long a program may take to finish what it is doing before it is killed. */
const PATIENCE = 30_000;
const WARNING = 40;

/** Starts one of our own programs as a process of its own. */
export function startProgram({ name, file, cwd, env, processDir, logFile, warn }: NodeProgram): Part {
  // Detached: Ctrl-C in the terminal must reach us alone, so that the parts can be stopped in order.
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd,
    env: { ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  guard(child, 'TERM');
  const record = path.join(processDir, `${name}.json`);
  const recorded =
    child.pid === undefined
      ? Promise.resolve()
      : identify(child.pid).then((own) => (own === undefined ? undefined : writeWhole(record, own)));
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  let lastWords = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    const warning = warningIn(line);
    if (warning !== undefined) warn((lastWords = warning));
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (/^\w*error\b/i.test(line)) lastWords = line;
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (fault) => resolve(fault.message));
    child.once('close', (code, signal) => {
      log.end();
      void recorded.then(() => rm(record, { force: true }));
      // Who was killed did not end because of what it said last.
      if (signal !== null) return resolve(signal);
      resolve(code === 0 || lastWords === '' ? `exitcode ${code}` : `exitcode ${code}: ${lastWords}`);
    });
  });
  return {
    exited,
    stop: () => endProcess({ child, exited }, ['SIGTERM', 'SIGKILL'], PATIENCE),
  };
}

/** Ends the programs that an earlier start left behind when it was killed. */
export async function endPrograms(processDir: string): Promise<void> {
  await mkdir(processDir, { recursive: true });
  for (const entry of await readdir(processDir)) {
    const file = path.join(processDir, entry);
    const left = await readJson<ProcessIdentity>(file);
    if (left !== undefined && !(await stopProcess(left, ['SIGTERM', 'SIGKILL'])))
      throw new StartError(
        `Een proces van een eerdere start (${left.pid}) laat zich niet stoppen: beëindig dat en start opnieuw.`,
      );
    await rm(file, { force: true });
  }
}

/** The part of a log line that belongs on the screen: warnings and worse of our own logger. */
function warningIn(line: string): string | undefined {
  try {
    const { level, msg, err } = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    if (level === undefined || level < WARNING) return undefined;
    return [msg, err?.message].filter((part) => part !== undefined && part !== '').join(': ');
  } catch {
    return undefined;
  }
}
