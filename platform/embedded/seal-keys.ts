import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Config } from '../config.ts';
import { newKeyPair } from '../signing.ts';
import { exists } from './data-dir.ts';

interface SealKeys {
  keyFile: string;
  publicKeyFile: string;
}

/** The keys of the seals: those of the settings, otherwise those of this data directory. */
export function sealKeysOf({ seals, dataDir }: Pick<Config, 'seals' | 'dataDir'>): SealKeys {
  const own = keysIn(dataDir);
  return {
    keyFile: seals.keyFile ?? own.keyFile,
    publicKeyFile: seals.publicKeyFile ?? seals.keyFile ?? own.publicKeyFile,
  };
}

/** Makes a pair in this data directory at the first start, unless the settings name one. */
export async function keepSealKeys({ seals, dataDir }: Pick<Config, 'seals' | 'dataDir'>): Promise<void> {
  const { keyFile, publicKeyFile } = keysIn(dataDir);
  if (seals.keyFile !== undefined || (await exists(keyFile))) return;
  const { privateKey, publicKey } = newKeyPair();
  await mkdir(path.dirname(keyFile), { recursive: true, mode: 0o700 });
  // Beside an earlier one whose private half was lost: what was sealed with that is still known.
  await writeFile(publicKeyFile, publicKey, { flag: 'a' });
  await writeFile(keyFile, privateKey, { mode: 0o600 });
}

function keysIn(dataDir: string): SealKeys {
  const folder = path.join(dataDir, 'zegel');
  return { keyFile: path.join(folder, 'zegel.pem'), publicKeyFile: path.join(folder, 'publiek.pem') };
}
