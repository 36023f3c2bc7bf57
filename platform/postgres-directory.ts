import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import type { ServerAccount } from './postgres-account.ts';
import type { PostgresProgram } from './postgres-program.ts';
import { identify, processesWorkingIn, programOf, stopProcess } from './processes.ts';
import { StartError } from './start-error.ts';

const run = promisify(execFile);

export const SUPERUSER = 'signaalpunt';

/**
 * How the server is told where its data is. As another user than root it may not be able to walk to the folder
 * (a parent may be for root only), but a process may always use the folder it was started in: Linux calls that
 * `/proc/self/cwd`, for the server and each of its children alike.
 */
export function directoryArgument(dir: string, account: ServerAccount): string {
  return account.uid !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : path.resolve(dir);
}

/**
 * Makes `dir` ready to start a server on: creates the database when the folder is absent or empty, ends what an
 * earlier run left behind, and throws a StartError when the folder holds something that is not ours to use.
 */
export async function prepareDirectory(
  dir: string,
  account: ServerAccount,
  program: PostgresProgram,
  password: string,
): Promise<void> {
  if (await isAbsentOrEmpty(dir)) return initialise(dir, account, program, password);
  await checkContents(dir, program);
  await takeOwnership(dir, account);
  await endPostgres(dir);
}

/** Ends every server process that still works in `dir` and removes a lock file that has no owner any more. */
export async function endPostgres(dir: string): Promise<void> {
  const postmaster = await lockOwner(dir);
  if (postmaster !== undefined) {
    // INT ends sessions and writes a checkpoint, QUIT skips that.
    const gone = await stopProcess(postmaster, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 10_000);
    if (!gone)
      throw new StartError(
        `PostgreSQL van een eerdere start (proces ${postmaster.pid}) laat zich niet stoppen: beëindig dat proces en start opnieuw.`,
      );
  }
  for (const orphan of await processesWorkingIn(dir)) await stopProcess(orphan, ['SIGQUIT', 'SIGKILL'], 3_000);
  await rm(path.join(dir, 'postmaster.pid'), { force: true });
}

async function isAbsentOrEmpty(dir: string): Promise<boolean> {
  try {
    return (await readdir(dir)).length === 0;
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return true;
    if (code === 'ENOTDIR')
      throw new StartError(`${dir} is een bestand en geen map: verplaats het, of kies een andere DATA_DIR.`);
    throw new StartError(
      `De map ${dir} is niet te lezen (${code}): start als de gebruiker van wie zij is, of kies een andere DATA_DIR.`,
      { cause: fault },
    );
  }
}

async function initialise(
  dir: string,
  account: ServerAccount,
  program: PostgresProgram,
  password: string,
): Promise<void> {
  // Under another name until it is whole, so that a killed initdb never looks like a database.
  const fresh = `${path.resolve(dir)}.nieuw`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  const secrets = await mkdtemp(path.join(tmpdir(), 'signaalpunt-initdb-'));
  const passwordFile = path.join(secrets, 'wachtwoord');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined)
    await Promise.all([fresh, secrets, passwordFile].map((file) => chown(file, account.uid ?? 0, account.gid ?? 0)));
  const ctype =
    process.platform === 'linux'
      ? ['--lc-ctype=C.UTF-8']
      : process.platform === 'darwin'
        ? ['--lc-ctype=en_US.UTF-8']
        : [];
  try {
    await run(
      program.initdb,
      [
        '-D',
        directoryArgument(fresh, account),
        '-U',
        SUPERUSER,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...ctype,
        '--no-sync',
        '--no-instructions',
      ],
      { ...account, cwd: fresh },
    );
    await rm(dir, { recursive: true, force: true });
    await rename(fresh, dir);
  } catch (cause) {
    throw new StartError(`De database kon niet worden aangemaakt in ${dir}: ${lastLine(cause)}`, { cause });
  } finally {
    await rm(secrets, { recursive: true, force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

function lastLine(fault: unknown): string {
  const text =
    fault instanceof Error && 'stderr' in fault && typeof fault.stderr === 'string' && fault.stderr !== ''
      ? fault.stderr
      : String(fault);
  return (
    text
      .trim()
      .split('\n')
      .filter((line) => /error|fatal|could not/i.test(line))
      .at(-1) ??
    text.trim().split('\n').at(-1) ??
    ''
  );
}

async function checkContents(dir: string, program: PostgresProgram): Promise<void> {
  const version = (await readFile(path.join(dir, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  const control = await stat(path.join(dir, 'global', 'pg_control')).catch(() => undefined);
  if (version === '' || control === undefined)
    throw new StartError(
      `De map ${dir} is niet leeg, maar ook geen volledige PostgreSQL-database: zet haar opzij (hernoem haar) of kies een andere DATA_DIR, en start opnieuw.`,
    );
  if (version !== program.major)
    throw new StartError(
      `De map ${dir} is van PostgreSQL ${version} en niet van ${program.major}: zet haar opzij (hernoem haar) of kies een andere DATA_DIR, en start opnieuw.`,
    );
}

/** A copy or a restored backup may belong to root or be open to others; the server accepts neither. */
async function takeOwnership(dir: string, account: ServerAccount): Promise<void> {
  if (account.uid !== undefined) {
    const { uid } = await stat(path.join(dir, 'PG_VERSION'));
    if (uid !== account.uid) await run('chown', ['-R', `${account.uid}:${account.gid ?? 0}`, dir]);
  }
  await chmod(dir, 0o700).catch((cause: unknown) => {
    throw new StartError(
      `De map ${dir} is van een andere gebruiker: start als die gebruiker, of kies een andere DATA_DIR.`,
      { cause },
    );
  });
}

/** The live server that `postmaster.pid` speaks of; undefined when that number is free or belongs to something else by now. */
async function lockOwner(dir: string): Promise<Awaited<ReturnType<typeof identify>>> {
  const lines = (await readFile(path.join(dir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const identity = await identify(pid);
  if (identity === undefined || !(await programOf(pid))?.startsWith('postgres')) return undefined;
  if (process.platform !== 'linux') return identity;
  return (await processesWorkingIn(dir)).find((found) => found.pid === pid);
}
