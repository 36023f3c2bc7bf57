import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { identify, processesWorkingIn, stopProcess, type ProcessIdentity } from './processes.ts';
import { StartError } from './start-error.ts';

/** Path of the server's database in its folder. */
export function databaseFile(dir: string): string {
  return path.join(dir, 'temporal.db');
}

export async function hasDatabase(dir: string): Promise<boolean> {
  return stat(databaseFile(dir)).then(
    () => true,
    () => false,
  );
}

/** Ends the server that an earlier start left behind on this folder when it was killed. */
export async function endTemporal(dir: string): Promise<void> {
  const recorded = await readFile(processFile(dir), 'utf8')
    .then(
      (text) => JSON.parse(text) as ProcessIdentity | null,
      () => null,
    )
    .catch(() => null);
  const leftovers = [...(recorded === null ? [] : [recorded]), ...(await processesWorkingIn(dir))];
  for (const leftover of leftovers) {
    if (!(await stopProcess(leftover, ['SIGTERM', 'SIGKILL'])))
      throw new StartError(
        `Temporal van een eerdere start (proces ${leftover.pid}) laat zich niet stoppen: beëindig dat proces en start opnieuw.`,
      );
  }
  await forgetProcess(dir);
}

/** The server makes its tables only in a new file and never changes them, so the file must be of its own version. */
export async function whyUnusable(dir: string, version: string): Promise<string | undefined> {
  const file = await open(databaseFile(dir));
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    if (buffer.toString('latin1') !== 'SQLite format 3\0') return 'is beschadigd';
  } finally {
    await file.close();
  }
  const written = await readFile(versionFile(dir), 'utf8').catch(() => '');
  return written === version ? undefined : `is van een andere versie (${written.trim() || 'onbekend'})`;
}

/** Keeps the database under another name, and tells whoever reads along. */
export async function setAside(dir: string, reason: string, tell?: (sentence: string) => void): Promise<void> {
  const aside = `${dir}.oud-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  await rename(dir, aside);
  tell?.(
    `Het geheugen van Temporal ${reason}; het is opzij gezet in ${aside} en wordt opnieuw opgebouwd uit PostgreSQL.`,
  );
}

/** Makes the folder, and writes down of which version the database in it is. */
export async function recordVersion(dir: string, version: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(versionFile(dir), version);
}

/** Writes down which process serves the database, for a next start to find it; nothing of one that has ended already. */
export async function recordProcess(dir: string, pid: number): Promise<void> {
  const identity = await identify(pid);
  if (identity !== undefined) await writeFile(processFile(dir), JSON.stringify(identity));
}

export async function forgetProcess(dir: string): Promise<void> {
  await rm(processFile(dir), { force: true });
}

function versionFile(dir: string): string {
  return path.join(dir, 'versie.txt');
}

function processFile(dir: string): string {
  return path.join(dir, 'proces.json');
}
