import { type AlVerteld, nieuws } from './afkoeling.ts';
import { type Blootstelling } from './blootstelling.ts';
import { droomjaren, ijk } from './drempels.ts';
import type { Kaart } from './kaart.ts';
import { trekNul } from './scan.ts';
import { type Dagtelling, type Deeltelling, maakTelraam } from './telraam.ts';
import { type Uitschieter, zoekUitschieters } from './zoeken.ts';

/** What one night looks at. */
export interface Nacht {
  readonly tellingen: readonly Dagtelling[];
  /** All together, where a signaal can be of several categories or of none; absent where each is of one. */
  readonly samen?: readonly Deeltelling[];
  readonly kaart: Kaart;
  readonly categorieen: number;
  readonly blootstelling: Blootstelling;
  /** The day that has ended. Day 0 is the first on which signalen could be filed, or so long ago that it does not matter. */
  readonly dag: number;
  readonly eerder: readonly AlVerteld[];
  /** So many false alarms a year. */
  readonly valsPerJaar: number;
}

/** With a past of less than half a year nothing can be expected: then only piles speak. */
const MINSTE_GESCHIEDENIS = 182;
/** Enough for thresholds that hardly move from night to night, and few enough for a second. */
const DROOMJAREN = 12;

/** What is told of one night. The same counts give the same answer. */
export function zoekInNacht({
  tellingen,
  samen,
  kaart,
  categorieen,
  blootstelling,
  dag,
  eerder,
  valsPerJaar,
}: Nacht): Uitschieter[] {
  if (dag + 1 < MINSTE_GESCHIEDENIS) return [];
  const telraam = maakTelraam(tellingen, {
    kaart,
    categorieen,
    dagen: dag + 1,
    ...(samen !== undefined && { samen }),
  });
  const drempels = ijk([...droomjaren(telraam, blootstelling, { dag, jaren: DROOMJAREN, zaad: dag })], valsPerJaar);
  const lengtes = blootstelling.lengtes(dag);
  const nul = (categorie: number) => trekNul(telraam, lengtes, { categorie, dag, zaad: dag + categorie });
  return nieuws(zoekUitschieters(telraam, lengtes, dag, nul), drempels, kaart, eerder);
}
