import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A process that can be told apart from a later one with the same number. */
export interface ProcessIdentity {
  pid: number;
  started: string;
}

/** The identity of a running process; undefined when there is none with this number. */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const started = process.platform === 'linux' ? await startOnLinux(pid) : await startByPs(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether the very process that was identified earlier is still alive. */
export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identify(identity.pid))?.started === identity.started;
}

/** Sends the signals in order, waiting `patience` ms after each for the process to end. Returns whether it is gone. */
export async function stopProcess(
  identity: ProcessIdentity,
  signals: readonly NodeJS.Signals[],
  patience = 5_000,
): Promise<boolean> {
  for (const signal of signals) {
    if (!(await isAlive(identity))) return true;
    signalQuietly(identity.pid, signal);
    for (let waited = 0; waited < patience; waited += 25) {
      if (!(await isAlive(identity))) return true;
      await sleep(25);
    }
  }
  return !(await isAlive(identity));
}

/** The processes whose working directory is `dir`. Only Linux can tell; elsewhere the answer is empty. */
export async function processesWorkingIn(dir: string): Promise<ProcessIdentity[]> {
  if (process.platform !== 'linux') return [];
  const wanted = await stat(dir).catch(() => undefined);
  if (wanted === undefined) return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const cwd = await stat(`/proc/${pid}/cwd`).catch(() => undefined);
      return cwd?.ino === wanted.ino && cwd.dev === wanted.dev ? identify(pid) : undefined;
    }),
  );
  return found.filter((identity) => identity !== undefined);
}

/** The name of the program that a process runs, as far as the system tells. */
export async function programOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const target = await readlink(`/proc/${pid}/exe`).catch(() => undefined);
    return target
      ?.split('/')
      .at(-1)
      ?.replace(/ \(deleted\)$/, '');
  }
  const { stdout } = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim().split('/').at(-1) || undefined;
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between, which is what was asked.
  }
}

async function startOnLinux(pid: number): Promise<string | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (line === undefined) return undefined;
  // The program name stands in parentheses and may hold spaces, so count from the last parenthesis: state is field 3, start time field 22.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}:${fields[19]}`;
}

async function startByPs(pid: number): Promise<string | undefined> {
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)], {
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
  }).catch(() => ({ stdout: '' }));
  return stdout.trim() || undefined;
}
