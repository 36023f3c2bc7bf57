import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';

import { hexHash } from './hash.ts';
import { reasonOf } from './plain-file.ts';
import { StartError } from './start-error.ts';

/** Signs with an Ed25519 key. `keyId` says with which one. */
export interface Signer {
  keyId: string;
  /** The signature in hexadecimal digits. */
  sign: (text: string) => string;
}

/** Whether `signature` was made over `text` with the key of this id, and that key is one of those known. */
export type IsSigned = (text: string, signature: string, keyId: string) => boolean;

const PEM = /-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g;
/** The permissions of whoever is neither the owner of a file nor of its group. */
const OTHERS = 0o007;

/** A new pair, as PEM. */
export function newKeyPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/** Reads the private key in `file`, which the setting `name` names. Throws StartError when it is none, or when everybody can read it. */
export async function readSigner(file: string, name: string): Promise<Signer> {
  const key = await read(file, name, (pem) => createPrivateKey(pem));
  const { mode } = await stat(file);
  if ((mode & OTHERS) !== 0)
    throw new StartError(`${name}: ${file} is voor iedereen op deze machine te lezen; doe "chmod 600 ${file}".`);
  const keyId = idOf(createPublicKey(key));
  return { keyId, sign: (text) => sign(null, Buffer.from(text), key).toString('hex') };
}

/** Reads the public keys in `file`, one after the other: those of today and of before. Throws StartError when one is none of Ed25519. */
export async function readPublicKeys(file: string, name: string): Promise<IsSigned> {
  const keys = new Map<string, KeyObject>();
  await read(file, name, (pem) => {
    const all = pem.match(PEM)?.map((one) => createPublicKey(one)) ?? [];
    for (const key of all) keys.set(idOf(key), key);
    return all.find(isOther) ?? all[0];
  });
  return (text, signature, keyId) => {
    const key = keys.get(keyId);
    return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
  };
}

/** Throws StartError unless what `keyIn` finds is a key of Ed25519. */
async function read(file: string, name: string, keyIn: (pem: string) => KeyObject | undefined): Promise<KeyObject> {
  const pem = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new StartError(`${name}: het bestand ${file} is niet te lezen: ${reasonOf(cause)}.`, { cause });
  });
  const key = attempt(() => keyIn(pem));
  if (key === undefined || isOther(key))
    throw new StartError(
      `${name}: in ${file} staat geen sleutel van Ed25519 in PEM. Stond die er wel, zet het bestand dan terug uit uw kopie. Is dit de eerste keer, maak dan een paar zoals docs/runbook.md zegt.`,
    );
  return key;
}

function isOther(key: KeyObject): boolean {
  return key.asymmetricKeyType !== 'ed25519';
}

function attempt(make: () => KeyObject | undefined): KeyObject | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

function idOf(publicKey: KeyObject): string {
  return hexHash(publicKey.export({ type: 'spki', format: 'der' }), 16);
}
