import { hash, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** 256 bits: too many to guess, so that no salt is needed. */
const BYTES = 32;

/** How a secret is written: base64url without padding. */
export const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** A new secret, for whoever shall have it. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of a secret in its place: its SHA-256. */
export function hashOfSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

const stretch = promisify<string, string, number, Buffer>(scrypt);

/**
 * What is kept of a secret that is short enough to try them all: its scrypt (16 MB, tens of milliseconds), so that to try a million takes
 * longer than it holds. `salt`: something random that is of it alone.
 */
export function slowHashOfSecret(secret: string, salt: string): Promise<Buffer> {
  return stretch(secret, salt, BYTES);
}
