import type { Rol } from '#domain/beleid/codelijsten.ts';

/** Who begins the day with what waits for more than themselves. */
export const VOOR_VANDAAG = [
  'regiocoordinator',
  'landelijk_team',
  'programmaleiding',
] as const satisfies readonly Rol[];
