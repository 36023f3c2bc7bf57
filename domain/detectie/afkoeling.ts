import { VOORSTELBELEID } from '../beleid/patroonbeleid.ts';
import { type Kaart, overlapt, type Zone } from './kaart.ts';
import type { Blik, Uitschieter } from './zoeken.ts';

/** From which score on each look tells. */
export type Drempels = Readonly<Record<Blik, number>>;

/** For eight weeks the same is not told again: a window would show it that long. */
export const KOELDAGEN = VOORSTELBELEID.koeldagen;

/** What was told before, and until the end of which day nothing is told of the same. */
export interface AlVerteld {
  readonly categorie: number;
  readonly zone: number;
  readonly totEnMet: number;
  /** How many signalen there were, once a person has decided on it. */
  readonly beslotenBij?: number | undefined;
}

/** From how many signalen on something is told again while it cools down, of which a person decided when there were `aantal`. */
export function opnieuwBij(aantal: number): number {
  const { groeifactor, groeiMinstens } = VOORSTELBELEID;
  return Math.max(aantal + groeiMinstens, Math.ceil(aantal * groeifactor));
}

/** True for what was decided on and has clearly grown since. */
export function isDuidelijkGegroeid(nu: number, beslotenBij: number | undefined): boolean {
  return beslotenBij !== undefined && nu >= opnieuwBij(beslotenBij);
}

/** What is told of the night: above its threshold, the strongest first, and nothing of which the same was told and still cools down. */
export function nieuws(
  uitschieters: readonly Uitschieter[],
  drempels: Drempels,
  kaart: Kaart,
  eerder: readonly AlVerteld[],
): Uitschieter[] {
  const verteld = [...eerder];
  return uitschieters
    .filter(({ blik, score }) => score >= drempels[blik])
    .toSorted((een, ander) => ander.score - een.score)
    .flatMap((uitschieter) => {
      const { categorie, zone, dag, aantal } = uitschieter;
      const wasEr = verteld.some(
        (ander) =>
          ander.categorie === categorie &&
          dag <= ander.totEnMet &&
          !isDuidelijkGegroeid(aantal, ander.beslotenBij) &&
          overlapt(kaart.zones[ander.zone] as Zone, kaart.zones[zone] as Zone),
      );
      if (wasEr) return [];
      verteld.push({ categorie, zone, totEnMet: dag + KOELDAGEN });
      return [uitschieter];
    });
}
