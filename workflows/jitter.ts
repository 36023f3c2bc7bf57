/** Under a minute with room to spare, so that what is due at T is recorded before T + 60 s. */
export const MAX_JITTER_MS = 40_000;

/**
 * How long after its due instant the clock acts on the signaal `id`: a whole number of milliseconds from 0 up to
 * 40,000, always the same for one id. A thousand terms that end at one midnight are spread by it.
 */
export function jitterVan(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  // FNV-1a leaves ids that differ in their last digits close together; two rounds of mixing part them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % MAX_JITTER_MS;
}
