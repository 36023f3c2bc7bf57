import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

import { StartError } from './start-error.ts';

const run = promisify(execFile);

/** The user that the server runs as; empty means the user that we are. */
export interface ServerAccount {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root. Started by root it runs as the owner of an existing data directory, else as the
 * user `postgres`, else as `nobody`; no user is ever created.
 */
export async function serverAccount(dir: string): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return {};
  const existing = await stat(dir).catch(() => undefined);
  if (existing !== undefined && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (account === undefined)
    throw new StartError(
      'PostgreSQL kan niet als root draaien en er is geen gebruiker "postgres" of "nobody": start als gewone gebruiker, of zet DATABASE_URL.',
    );
  return account;
}

async function lookUp(name: string): Promise<Required<ServerAccount> | undefined> {
  try {
    const [user, group] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(user.stdout), gid: Number(group.stdout) };
  } catch {
    return undefined;
  }
}
