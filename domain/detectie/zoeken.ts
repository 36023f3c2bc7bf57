import type { Lengte } from './blootstelling.ts';
import { overal } from './kaart.ts';
import { kansOpMinstens, verwachtAantal } from './kansrekening.ts';
import { kansVan, type Nul, sterksteZone } from './scan.ts';
import { spreidingVan } from './spreiding.ts';
import type { Telraam } from './telraam.ts';
import { BASISDAGEN, MINSTE_AANTAL, VENSTERS } from './vensters.ts';

/** What is looked at: one category in one region, all of a region, one category everywhere, everything; and by scan, one category in any zone. */
export const BLIKKEN = ['cel', 'regio', 'categorie', 'landelijk', 'scan'] as const;
export type Blik = (typeof BLIKKEN)[number];

/** More signalen than expected, somewhere, in the days that ended with `dag`. */
export interface Uitschieter {
  readonly blik: Blik;
  readonly dag: number;
  /** By number; that of all together is one past the last. */
  readonly categorie: number;
  /** By number of the map. */
  readonly zone: number;
  /** Length of the window in days. */
  readonly venster: number;
  readonly aantal: number;
  readonly verwacht: number;
  /** Of as many or more by chance alone: by `scan` anywhere on the map, else here. */
  readonly kans: number;
  /** `-log10(kans)`: the higher the stronger. */
  readonly score: number;
}

/** What is weaker is not worth keeping, whatever the thresholds. */
export const LAAGSTE_SCORE = 1.5;

/**
 * Every window that stands out at the end of `dag`, of each series the strongest. `nul` tells what the scan of a category finds
 * by chance. With `alleenNieuw` only series with a signaal of that day are looked at: where nothing is added later to a day that
 * has passed, nothing else can have become stronger, and it is three times as fast.
 */
export function zoekUitschieters(
  telraam: Telraam,
  lengtes: readonly Lengte[],
  dag: number,
  nul: (categorie: number) => Nul,
  alleenNieuw = false,
): Uitschieter[] {
  const { kaart, categorieen } = telraam;
  const gevonden: Uitschieter[] = [];
  const isNieuw = (categorie: number, gebied: number): boolean =>
    !alleenNieuw || telraam.aantal(categorie, gebied, dag, dag + 1) > 0;
  const reeks = (blik: Blik, categorie: number, gebied: number): void => {
    if (!isNieuw(categorie, gebied)) return;
    const zone = gebied === kaart.gebieden ? overal(kaart) : gebied;
    const beste = sterksteVenster(telraam, lengtes, { blik, categorie, zone, dag }, gebied);
    if (beste !== undefined) gevonden.push(beste);
  };
  for (let categorie = 0; categorie <= categorieen; categorie += 1) {
    const alles = categorie === categorieen;
    for (let gebied = 0; gebied < kaart.gebieden; gebied += 1) reeks(alles ? 'regio' : 'cel', categorie, gebied);
    reeks(alles ? 'landelijk' : 'categorie', categorie, kaart.gebieden);
    if (!alles && isNieuw(categorie, kaart.gebieden)) {
      const gescand = scan(telraam, lengtes, { categorie, dag, nul });
      if (gescand !== undefined) gevonden.push(gescand);
    }
  }
  return gevonden;
}

function sterksteVenster(
  telraam: Telraam,
  lengtes: readonly Lengte[],
  waar: Pick<Uitschieter, 'blik' | 'categorie' | 'zone' | 'dag'>,
  gebied: number,
): Uitschieter | undefined {
  const { categorie, dag } = waar;
  let beste: Uitschieter | undefined;
  let spreiding: number | undefined;
  for (const [i, venster] of VENSTERS.entries()) {
    const lengte = lengtes[i] as Lengte;
    const van = dag + 1 - venster;
    const aantal = telraam.aantal(categorie, gebied, van, dag + 1);
    if (aantal < MINSTE_AANTAL) continue;
    const verwachting = { geteld: telraam.aantal(categorie, gebied, Math.max(0, van - BASISDAGEN), van), ...lengte };
    const verwacht = verwachtAantal(verwachting);
    if (aantal < verwacht + Math.sqrt(verwacht)) continue;
    spreiding ??= spreidingVan(telraam, categorie, gebied, dag);
    const kans = kansOpMinstens(aantal, { ...verwachting, spreiding });
    const score = -Math.log10(kans);
    if (score < (beste?.score ?? LAAGSTE_SCORE)) continue;
    beste = { ...waar, venster, aantal, verwacht, kans, score };
  }
  return beste;
}

function scan(
  telraam: Telraam,
  lengtes: readonly Lengte[],
  { categorie, dag, nul }: { categorie: number; dag: number; nul: (categorie: number) => Nul },
): Uitschieter | undefined {
  const sterkste = sterksteZone(telraam, lengtes, categorie, dag);
  if (sterkste === undefined || sterkste.llr < LAAGSTE_LLR) return undefined;
  const kans = kansVan(sterkste.llr, nul(categorie));
  const score = -Math.log10(kans);
  if (score < LAAGSTE_SCORE) return undefined;
  const { zone, venster, aantal, verwacht } = sterkste;
  return { blik: 'scan', dag, categorie, zone, venster, aantal, verwacht, kans, score };
}

/** By chance alone nine scans in ten find more than this. */
const LAAGSTE_LLR = 3;
