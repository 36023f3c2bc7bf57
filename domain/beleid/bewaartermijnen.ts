/** What of a signaal has a term of its own: who it is about, or all of it that people wrote. */
export const BEWAARSOORTEN = ['casusbijlage', 'signaal'] as const;
export type Bewaarsoort = (typeof BEWAARSOORTEN)[number];

/** How long something is kept after a signaal was closed, and why. */
export interface Bewaartermijn {
  readonly soort: Bewaarsoort;
  readonly maanden: number;
  /** The source of the rule, and why it is this long. */
  readonly bron: string;
}

/**
 * The terms with which a service begins; the table has the last word. No law names one for this programme, so both follow from the AVG
 * (art. 5 lid 1 e: no longer than needed for the purpose) and are to be settled in its DPIA.
 */
export const BEWAARTERMIJNEN: readonly Bewaartermijn[] = [
  {
    soort: 'casusbijlage',
    maanden: 6,
    bron:
      'AVG artikel 5 lid 1 onder e. Wie het gezin is, hoeft na het afsluiten niemand meer te weten; ' +
      'in een half jaar kan het signaal nog weer opengaan.',
  },
  {
    soort: 'signaal',
    maanden: 60,
    bron:
      'AVG artikel 5 lid 1 onder e. Vijf jaar: zo lang legt het programma verantwoording af over de subsidie, ' +
      'en zo lang is te zien of een patroon terugkomt.',
  },
];
