import { NEN_7513_JAREN } from '../beleid/bewaartermijnen.ts';
import { type Datum, datumVan, msVan, type Tijdstip } from '../tijd/amsterdam.ts';
import type { Zegel } from './keten.ts';

/** A line of the log that says that its oldest lines have had their term: all under this seal and under those before it went. */
export interface Opruiming {
  /** The number of that seal. */
  zegel: number;
  op: Tijdstip;
}

/**
 * Up to and including which seal the lines may be gone, because a line of the log says so; 0 when it may not say so: that seal is the last
 * of a day that was over for at least as long as NEN 7513 asks. `zegels`: that seal, when it is there, and the one after it.
 */
export function terechtOpgeruimdTot(opruiming: Opruiming | null, zegels: readonly Zegel[], nu: Tijdstip): number {
  const plaats = zegels.findIndex(({ nummer }) => nummer === opruiming?.zegel);
  const zegel = zegels[plaats];
  if (opruiming === null || zegel === undefined || msVan(opruiming.op) > msVan(nu)) return 0;
  const isLaatsteVanDag = zegels[plaats + 1]?.dag !== zegel.dag;
  return isLaatsteVanDag && jarenNa(zegel.dag) < datumVan(opruiming.op) ? zegel.nummer : 0;
}

/** As text, so that it is no day of the calendar where the day is 29 February; it comes in its place in the order all the same. */
function jarenNa(dag: Datum): string {
  return `${Number(dag.slice(0, 4)) + NEN_7513_JAREN}${dag.slice(4)}`;
}
