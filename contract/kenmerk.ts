import type { Signaalstand } from '#db/queries/signaal.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';

import { leesbereikIn } from './leesbereik.ts';

/**
 * What changes with every gebeurtenis of a signaal, so that a page can tell whether it is still as it was shown. Of the filer whose employer
 * it concerns it never changes: what others do with it is not theirs to hear.
 */
export function kenmerkVan({ nummer, staat, nu }: Signaalstand, kijker: Kijker): string {
  const isEigen = leesbereikIn({ staat, nu }, kijker) === 'eigen';
  return `${nummer}.${isEigen ? 0 : staat.volgnummer}`;
}
