/** Under a minute with room to spare, so that what is due at T is recorded before T + 60 s. */
export const MAX_JITTER_MS = 40_000;

/**
 * How long after its due instant the clock acts on the signaal `id`: 0 to 40 000 ms, always the same for one id.
 * A thousand terms that end at one midnight are spread by it. (FNV-1a, with a last mix because ids differ in few digits.)
 */
export function jitterVan(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % MAX_JITTER_MS;
}
