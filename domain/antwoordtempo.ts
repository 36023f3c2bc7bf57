import { datumVan, type Tijdstip } from './tijd/amsterdam.ts';
import type { Kalender } from './tijd/feestdagen.ts';
import { werkdagenTussen } from './tijd/werkdagen.ts';

/** How fast an organisatie first answers: half of its answers came within `mediaan` working days. */
export interface Antwoordtempo {
  mediaan: number;
  /** Over how many answers. */
  antwoorden: number;
}

/** Counted as every term is: the day of the question does not count. Instants in UTC; null while nothing was answered. */
export function antwoordtempo(
  vragen: readonly { gesteldOp: Tijdstip; geantwoordOp: Tijdstip }[],
  kalender: Kalender,
): Antwoordtempo | null {
  const dagen = vragen
    .map(({ gesteldOp, geantwoordOp }) => werkdagenTussen(datumVan(gesteldOp), datumVan(geantwoordOp), kalender))
    .toSorted((een, ander) => een - ander);
  const mediaan = dagen[Math.floor((dagen.length - 1) / 2)];
  return mediaan === undefined ? null : { mediaan, antwoorden: dagen.length };
}
