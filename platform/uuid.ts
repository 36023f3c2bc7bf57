import { hexHash } from './hash.ts';

/** A UUID (version 8, RFC 9562) that is always the same for the same words, so that asking again meets the same row. */
export function uuidOf(kind: string, key: string): string {
  const hex = hexHash(`${kind}\n${key}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Whether a text is written as a UUID, whatever its version. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
