import type { Signaalstand } from '#db/queries/signaal.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { soortenMet } from '#domain/signaal/betekenis.ts';
import type { Feitsoort } from '#domain/signaal/gebeurtenissen.ts';

import { leesbereikIn } from './leesbereik.ts';

/**
 * What changes with every gebeurtenis of a signaal, so that a page can tell whether it is still as it was shown. Of the filer whose employer
 * it concerns it never changes: what others do with it is not theirs to hear.
 */
export function kenmerkVan({ nummer, staat, nu }: Signaalstand, kijker: Kijker): string {
  const isEigen = leesbereikIn({ staat, nu }, kijker) === 'eigen';
  return `${nummer}.${isEigen ? 0 : staat.volgnummer}`;
}

const VERTELD = soortenMet('verteld');

/** True when this viewer may know of one of these things that happened. */
export function isNieuws(
  soorten: readonly Feitsoort[],
  { staat, nu }: Pick<Signaalstand, 'staat' | 'nu'>,
  kijker: Kijker,
): boolean {
  if (leesbereikIn({ staat, nu }, kijker) !== 'eigen') return soorten.length > 0;
  return soorten.some((soort) => VERTELD.includes(soort));
}
