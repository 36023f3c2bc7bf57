import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

/** Who writes, in which signaal, and when on its clock. */
export interface Casusplek {
  stroom: string;
  door: string;
  op: Tijdstip;
}
