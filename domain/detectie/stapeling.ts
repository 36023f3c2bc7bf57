import { kansOpMinstens } from './kansrekening.ts';
import { BASISDAGEN } from './vensters.ts';

/** What a signaal is about that can pile up: its organisatie, or a law. */
export interface Keer {
  readonly signaal: string;
  readonly dag: number;
  readonly waarover: string;
}

/** So many signalen about the same within 90 days, when `grens` are enough to tell. */
export interface Stapeling {
  readonly waarover: string;
  readonly signalen: readonly string[];
  readonly grens: number;
  /** How many are usual in 90 days, by the 52 weeks before, or by as much of them as anything was counted in. */
  readonly verwacht: number;
  /** Of as many or more by chance alone. */
  readonly kans: number;
}

export const STAPELDAGEN = 90;
/** Five families that run aground on the same are no chance, however short the past. */
const STAPELMINSTENS = 5;
/** Of what is often reported, as of CIZ or the Wlz, so many that chance tells it once in a thousand times. */
const STAPELKANS = 0.001;

/** What piled up in the 90 days that end with `dag`, the most first. Needs no past, so it speaks from the first day. */
export function zoekStapelingen(keren: readonly Keer[], dag: number): Stapeling[] {
  const van = dag + 1 - STAPELDAGEN;
  // Where counting began less than 52 weeks before, fewer days are the past.
  const basis =
    Math.min(BASISDAGEN, van - keren.reduce((eerste, keer) => Math.min(eerste, keer.dag), van)) || BASISDAGEN;
  const perOnderwerp = Map.groupBy(
    keren.filter((keer) => keer.dag <= dag),
    ({ waarover }) => waarover,
  );
  return [...perOnderwerp]
    .map(([waarover, gevallen]): Stapeling => {
      const signalen = [...new Set(gevallen.filter((keer) => keer.dag >= van).map(({ signaal }) => signaal))];
      const eerder = gevallen.filter((keer) => keer.dag < van && keer.dag >= van - BASISDAGEN).length;
      return {
        waarover,
        signalen,
        grens: stapelgrens(eerder, basis),
        verwacht: (eerder * STAPELDAGEN) / basis,
        kans: kansOpMinstens(signalen.length, verwachtingBij(eerder, basis)),
      };
    })
    .filter(({ signalen, grens }) => signalen.length >= grens)
    .toSorted((een, ander) => ander.signalen.length - een.signalen.length);
}

/** From how many in 90 days it is told, when `eerder` were counted in the `basis` days before. */
export function stapelgrens(eerder: number, basis = BASISDAGEN): number {
  let grens = STAPELMINSTENS;
  while (eerder > 0 && kansOpMinstens(grens, verwachtingBij(eerder, basis)) > STAPELKANS) grens += 1;
  return grens;
}

function verwachtingBij(eerder: number, basis: number) {
  return { geteld: eerder, basis, venster: STAPELDAGEN };
}
