import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts with AES-256-GCM; `key` is 32 bytes. `place` is bound to it, so that nothing can be moved elsewhere. */
export function seal(key: Uint8Array, open: Buffer, place: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const closed = Buffer.concat([cipher.update(open), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), closed]);
}

/** The reverse. Throws for another key or another place. */
export function unseal(key: Uint8Array, closed: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, closed.subarray(0, IV_BYTES)).setAAD(Buffer.from(place));
  decipher.setAuthTag(closed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(closed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
