import type { Telraam } from './telraam.ts';
import { BASISDAGEN, VENSTERS } from './vensters.ts';

const BLOK = 28;
const BLOKKEN = BASISDAGEN / BLOK;
/** With fewer in four weeks the variance of thirteen of them says nothing. */
const MINSTE_GEMIDDELDE = 5;

/**
 * How many times the variance of the year before the longest window, by four weeks, is that of chance alone: a long series has seasons and
 * holidays, which prove nothing. At least 1, and 1 for a series that is too short or too small to tell.
 */
export function spreidingVan({ aantal }: Telraam, categorie: number, gebied: number, dag: number): number {
  const einde = dag + 1 - (VENSTERS.at(-1) as number);
  if (einde < BASISDAGEN) return 1;
  const gemiddelde = aantal(categorie, gebied, einde - BASISDAGEN, einde) / BLOKKEN;
  if (gemiddelde < MINSTE_GEMIDDELDE) return 1;
  let kwadraten = 0;
  for (let blok = 0; blok < BLOKKEN; blok += 1) {
    const tot = einde - blok * BLOK;
    kwadraten += (aantal(categorie, gebied, tot - BLOK, tot) - gemiddelde) ** 2;
  }
  return Math.max(1, kwadraten / (BLOKKEN - 1) / gemiddelde);
}
