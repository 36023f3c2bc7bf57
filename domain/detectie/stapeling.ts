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
  /** How many are usual in 90 days, by the 52 weeks before. */
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
        grens: stapelgrens(eerder),
        verwacht: (eerder * STAPELDAGEN) / BASISDAGEN,
        kans: kansOpMinstens(signalen.length, verwachtingBij(eerder)),
      };
    })
    .filter(({ signalen, grens }) => signalen.length >= grens)
    .toSorted((een, ander) => ander.signalen.length - een.signalen.length);
}

/** From how many in 90 days it is told, when `eerder` were counted in the 52 weeks before. */
export function stapelgrens(eerder: number): number {
  let grens = STAPELMINSTENS;
  while (eerder > 0 && kansOpMinstens(grens, verwachtingBij(eerder)) > STAPELKANS) grens += 1;
  return grens;
}

function verwachtingBij(eerder: number) {
  return { geteld: eerder, basis: BASISDAGEN, venster: STAPELDAGEN };
}
