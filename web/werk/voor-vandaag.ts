import { ADRESSEN } from '#contract/adressen.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';
import { heeftRol, type Kijker } from '#domain/bevoegdheden.ts';

/** Who begins the day with what waits for more than themselves. */
export const VOOR_VANDAAG = [
  'regiocoordinator',
  'landelijk_team',
  'programmaleiding',
] as const satisfies readonly Rol[];

/** The page on which somebody begins who logged in for no page in particular. */
export function beginVan(persoon: Kijker): string {
  return VOOR_VANDAAG.some((rol) => heeftRol(persoon, rol)) ? ADRESSEN.vandaag() : ADRESSEN.start();
}
