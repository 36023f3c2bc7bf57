import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { freePort } from '../ports.ts';
import { identify, isAlive, type ProcessIdentity } from '../processes.ts';
import { StartError } from '../start-error.ts';

/** Secrets that are made once and stay with the data. */
export interface Secrets {
  postgresPassword: string;
  /** 32 bytes in base64. */
  payloadKey: string;
  /** 32 bytes in base64. */
  attachmentKey: string;
}

export type Ports = Record<keyof typeof PREFERRED, number>;

const PREFERRED = { postgres: 15_432, temporal: 7233, temporalUi: 8233, smtp: 2525 };
const LARGEST_LOG = 10 * 1024 * 1024;

/**
 * Claims the folder for this process, so that two starts never work on one set of data. A claim whose process is gone
 * is taken over. Returns what gives it back. Throws StartError when another start has it, or it cannot be written.
 */
export async function claimDataDir(dataDir: string): Promise<() => Promise<void>> {
  const file = path.join(dataDir, 'slot.json');
  const own = await identify(process.pid);
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: unknown) => refuse(dataDir, cause));
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(own), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') refuse(dataDir, fault);
    }
    const owner = await readJson<ProcessIdentity>(file);
    if (owner !== undefined && (await isAlive(owner)))
      throw new StartError(
        `Signaalpunt draait al op ${dataDir} (proces ${owner.pid}): stop die eerst, of kies een andere DATA_DIR en PORT.`,
      );
    await rm(file, { force: true });
  }
}

/** The secrets of this folder, made at the first start. Throws StartError when the file is damaged. */
export async function keepSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, 'sleutels.json');
  const kept = await readJson<Partial<Secrets>>(file);
  if (kept?.postgresPassword !== undefined && kept.payloadKey !== undefined) {
    const { postgresPassword, payloadKey, attachmentKey } = kept;
    if (attachmentKey !== undefined) return { postgresPassword, payloadKey, attachmentKey };
    const added = { postgresPassword, payloadKey, attachmentKey: randomBytes(32).toString('base64') };
    await writeWhole(file, added);
    return added;
  }
  if (await exists(path.join(dataDir, 'postgres')))
    throw new StartError(
      `${file} ontbreekt of is beschadigd, en zonder dat bestand is de database niet te openen: zet het terug, of kies een andere DATA_DIR.`,
    );
  const fresh = {
    postgresPassword: randomBytes(24).toString('hex'),
    payloadKey: randomBytes(32).toString('base64'),
    attachmentKey: randomBytes(32).toString('base64'),
  };
  await writeWhole(file, fresh);
  return fresh;
}

/** A free port for each part: the one of the last start where possible, so that addresses stay the same. */
export async function keepPorts(dataDir: string): Promise<Ports> {
  const file = path.join(dataDir, 'poorten.json');
  const kept = { ...PREFERRED, ...(await readJson<Partial<Ports>>(file)) };
  const ports = {
    postgres: await freePort(kept.postgres),
    temporal: await freePort(kept.temporal),
    temporalUi: await freePort(kept.temporalUi),
    smtp: await freePort(kept.smtp),
  };
  await writeWhole(file, ports);
  return ports;
}

/** Path of the log of one part. One that has grown large is put aside, once. */
export async function logFile(dataDir: string, name: string): Promise<string> {
  const file = path.join(dataDir, 'log', `${name}.log`);
  await mkdir(path.dirname(file), { recursive: true });
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > LARGEST_LOG) await rename(file, `${file}.vorige`);
  return file;
}

/** The contents of a JSON file; undefined when it is absent or not JSON. */
export async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Writes a JSON file that only its owner can read; a reader sees the old or the new one, never half. */
export async function writeWhole(file: string, contents: unknown): Promise<void> {
  await writeFile(`${file}.tmp`, `${JSON.stringify(contents, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.tmp`, file);
}

function refuse(dataDir: string, cause: unknown): never {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  throw new StartError(
    `De map ${dataDir} is niet te beschrijven (${code}): kies een andere DATA_DIR, of maak haar schrijfbaar.`,
    { cause },
  );
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
