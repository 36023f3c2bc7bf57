import { createHmac } from 'node:crypto';

/** Names that nobody undoes without the key: the same for the same number, and none that a fingerprint of the log has. */
export function createPseudoniem(sleutel: Uint8Array): (nummer: string) => string {
  return (nummer) => createHmac('sha256', sleutel).update(`betrokkene ${nummer}`).digest('hex').slice(0, 32);
}
