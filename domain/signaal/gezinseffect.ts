import { type KostenMinder, labelVan, type UrenMinder, type Verandering } from '../beleid/codelijsten.ts';

/**
 * What solving it came to for the family, as its filer knows it. What is left out nobody said, which is something else than nothing: it
 * is never filled in for others.
 */
export interface Gezinseffect {
  readonly veranderingen: readonly Verandering[];
  /** How many hours less the family and who helps it spend on arranging things; null while nobody said. */
  readonly urenMinder: UrenMinder | null;
  /** How much less it costs whoever pays for it; null while nobody said. */
  readonly kostenMinder: KostenMinder | null;
}

/** The code lists that it is told in; `bekend` is for that anything of it is. */
export const EFFECTLIJSTEN = ['bekend', 'verandering', 'uren_minder', 'kosten_minder'] as const;
export type Effectlijst = (typeof EFFECTLIJSTEN)[number];

/** In words, each of what was said. */
export function effectInWoorden({ veranderingen, urenMinder, kostenMinder }: Gezinseffect): string[] {
  return [
    ...veranderingen.map((code) => labelVan('verandering', code)),
    ...(urenMinder === null ? [] : [`Scheelt tijd: ${labelVan('uren_minder', urenMinder).toLowerCase()}`]),
    ...(kostenMinder === null ? [] : [`Scheelt geld: ${labelVan('kosten_minder', kostenMinder).toLowerCase()}`]),
  ];
}
