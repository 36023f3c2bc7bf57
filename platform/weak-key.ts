/** Of 32 random bytes so few are different once in more than 10^15 times. */
const DIFFERENT_BYTES = 16;

/** Whether these are bytes that somebody made up: an example, a word, one byte again and again. */
export function isWeakKey(key: Uint8Array): boolean {
  return new Set(key).size < DIFFERENT_BYTES;
}
