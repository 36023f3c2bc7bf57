import { open, readFile, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';

import { type Spreiding, spreiding } from './cijfers.ts';

/** The state of the machine, without which no number of it means anything. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGb: number;
  node: string;
  /** Mean number of runnable processes over the last minute. */
  load: number;
  /** Write + fdatasync of one page, one after the other, for five seconds; durations in ms. */
  fsync: Spreiding;
}

/** CPU seconds used so far, by name of the process. */
export type Cpu = Readonly<Record<string, number>>;

const FSYNC_MS = 5_000;
/** Of /proc/PID/stat: 100 per second on every Linux. */
const TICKS = 100;

export async function observeMachine(dir: string): Promise<Machine> {
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: loadavg()[0] ?? 0,
    fsync: await fsyncs(path.join(dir, 'fsync')),
  };
}

/** CPU seconds of processes and of their children that have ended; 0 where the system does not tell. */
export async function cpuSeconds(pids: readonly number[]): Promise<number> {
  const ticks = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      // The name of the program stands in parentheses and may hold spaces; utime, stime, cutime and cstime are fields 14-17.
      const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
      return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    }),
  );
  return ticks.reduce((sum, each) => sum + each, 0) / TICKS;
}

/** CPU seconds of all processes together. */
export function total(cpu: Cpu): number {
  return Object.values(cpu).reduce((sum, seconds) => sum + seconds, 0);
}

/** CPU milliseconds per operation between two samples, by process. */
export function perOperation(before: Cpu, after: Cpu, operations: number): Cpu {
  return Object.fromEntries(
    Object.entries(after).map(([name, seconds]) => [name, ((seconds - (before[name] ?? 0)) * 1000) / operations]),
  );
}

async function fsyncs(file: string): Promise<Spreiding> {
  const handle = await open(file, 'w');
  const page = Buffer.alloc(8192, 1);
  const durations: number[] = [];
  const until = performance.now() + FSYNC_MS;
  for (let begin = performance.now(); begin < until;) {
    await handle.write(page, 0, page.length, 0);
    await handle.datasync();
    const end = performance.now();
    durations.push(end - begin);
    begin = end;
  }
  await handle.close();
  await rm(file);
  return spreiding(durations);
}
