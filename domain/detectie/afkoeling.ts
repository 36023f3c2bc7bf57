import { type Kaart, overlapt, type Zone } from './kaart.ts';
import type { Blik, Uitschieter } from './zoeken.ts';

/** From which score on each look tells. */
export type Drempels = Readonly<Record<Blik, number>>;

/** For eight weeks the same is not told again: a window would show it that long. */
export const KOELDAGEN = 56;

/** What was told before, and until the end of which day nothing is told of the same. */
export interface AlVerteld {
  readonly categorie: number;
  readonly zone: number;
  readonly totEnMet: number;
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
      const { categorie, zone, dag } = uitschieter;
      const wasEr = verteld.some(
        (ander) =>
          ander.categorie === categorie &&
          dag <= ander.totEnMet &&
          overlapt(kaart.zones[ander.zone] as Zone, kaart.zones[zone] as Zone),
      );
      if (wasEr) return [];
      verteld.push({ categorie, zone, totEnMet: dag + KOELDAGEN });
      return [uitschieter];
    });
}
