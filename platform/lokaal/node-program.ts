import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { guard } from '../guard.ts';
import type { Part } from './keep-alive.ts';

export interface NodeProgram {
  /** Path of the TypeScript file. */
  file: string;
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** File that all its output is appended to. */
  logFile: string;
  /** Hears its warnings and errors, line by line. */
  warn: (line: string) => void;
}

/** How long a program may take to finish what it is doing before it is killed. */
const PATIENCE = 30_000;
const WARNING = 40;

/** Starts one of our own programs as a process of its own. */
export function startProgram({ file, cwd, env, logFile, warn }: NodeProgram): Part {
  // Detached: Ctrl-C in the terminal must reach us alone, so that the parts can be stopped in order.
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd,
    env: { ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  guard(child, 'TERM');
  const log = createWriteStream(logFile, { flags: 'a' });
  let lastWords = '';
  const follow = (stream: Readable, isError: boolean): void => {
    stream.pipe(log, { end: false });
    createInterface({ input: stream }).on('line', (line) => {
      const warning = warningIn(line, isError);
      if (warning === undefined) return;
      if (!/^\s+at |^Node\.js v|^\s*$/.test(warning)) lastWords = warning;
      warn(warning);
    });
  };
  follow(child.stdout, false);
  follow(child.stderr, true);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (fault) => resolve(fault.message));
    child.once('close', (code, signal) => {
      log.end();
      const how = signal ?? `exitcode ${code}`;
      resolve(code === 0 || lastWords === '' ? how : `${how}: ${lastWords}`);
    });
  });
  return {
    exited,
    stop: async () => {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await exited;
      clearTimeout(patience);
    },
  };
}

/** The part of a log line that belongs on the screen: warnings and worse of our own logger, and what else went to standard error. */
function warningIn(line: string, isError: boolean): string | undefined {
  try {
    const { level, msg, err } = JSON.parse(line) as { level?: number; msg?: string; err?: { message?: string } };
    if (level === undefined || level < WARNING) return undefined;
    return [msg, err?.message].filter((part) => part !== undefined && part !== '').join(': ');
  } catch {
    return isError && !/\[(TRACE|DEBUG|INFO)\]|\b(TRACE|DEBUG|INFO)\b/.test(line) ? line : undefined;
  }
}
