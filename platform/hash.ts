import { hash } from 'node:crypto';

/** The first `length` of the 64 hexadecimal digits of the SHA-256 of `content`: always the same for the same content. */
export function hexHash(content: string | Uint8Array, length = 64): string {
  return hash('sha256', content, 'hex').slice(0, length);
}
