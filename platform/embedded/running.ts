import { rm } from 'node:fs/promises';
import path from 'node:path';

import { isAlive, type ProcessIdentity } from '../processes.ts';
import { StartError } from '../start-error.ts';
import { readJson, writeWhole } from './data-dir.ts';

/** Where a running `npm start` can be reached, for tools beside it. */
export interface Running {
  process: ProcessIdentity;
  publicUrl: string;
  /** The API on this machine, without a slash at the end. */
  apiUrl: string;
  databaseUrl: string;
  /** For `migrate`, and for who measures; absent where the database is somebody else's. */
  databaseOwnerUrl?: string;
  temporalAddress: string;
  temporalNamespace: string;
  temporalUiUrl?: string;
  /** 32 bytes in base64. */
  payloadKey: string;
  smtpUrl: string;
  /** Folder of the embedded mailbox, if that is in use. */
  postDir?: string;
  timeTravel: boolean;
}

/** The running `npm start` on this data directory; undefined when there is none, or not yet. */
export async function readRunning(dataDir: string): Promise<Running | undefined> {
  const running = await readJson<Running>(fileIn(dataDir));
  return running !== undefined && (await isAlive(running.process)) ? running : undefined;
}

/** The same. Throws StartError, which says what to do about it, when there is none. */
export async function needRunning(dataDir: string): Promise<Running> {
  const running = await readRunning(dataDir);
  if (running !== undefined) return running;
  throw new StartError(
    `Er draait geen Signaalpunt op ${dataDir}: begin met "npm start". Draait het met een andere DATA_DIR? Zet dezelfde DATA_DIR ook voor deze opdracht.`,
  );
}

export async function writeRunning(dataDir: string, running: Running): Promise<void> {
  await writeWhole(fileIn(dataDir), running);
}

export async function clearRunning(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true });
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'lopend.json');
}
