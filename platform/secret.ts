import { hash, randomBytes } from 'node:crypto';

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
