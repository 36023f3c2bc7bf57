/** What a stream can be about. */
export const STROOMSOORTEN = ['signaal', 'patroon'] as const;
export type Stroomsoort = (typeof STROOMSOORTEN)[number];
