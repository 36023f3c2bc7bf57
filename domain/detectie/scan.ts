import type { Lengte } from './blootstelling.ts';
import type { Zone } from './kaart.ts';
import type { Telraam } from './telraam.ts';
import { gamma, poisson, toeval } from './toeval.ts';
import { BASISDAGEN, MINSTE_AANTAL, VENSTERS } from './vensters.ts';

/** The zone and window of a category in which most more was counted than expected. */
export interface Gescand {
  readonly zone: number;
  readonly venster: number;
  readonly aantal: number;
  readonly verwacht: number;
  readonly llr: number;
}

/** The largest of each scan of nothing but chance, as a Gumbel distribution (Abrams 2010): a few hundred tell of chances below one in a thousand. */
export interface Nul {
  readonly plaats: number;
  readonly schaal: number;
}

/** Kulldorff's log-likelihood ratio of so many against so many expected; 0 for no more than expected. */
export function llrVan(aantal: number, verwacht: number): number {
  return aantal > verwacht ? aantal * Math.log(aantal / verwacht) - (aantal - verwacht) : 0;
}

/** The strongest zone of a category at the end of `dag`. */
export function sterksteZone(
  telraam: Telraam,
  lengtes: readonly Lengte[],
  categorie: number,
  dag: number,
): Gescand | undefined {
  let beste: Gescand | undefined;
  for (const [i, venster] of VENSTERS.entries()) {
    const { basis, venster: lengte } = lengtes[i] as Lengte;
    const van = dag + 1 - venster;
    const { kaart } = telraam;
    if (telraam.aantal(categorie, kaart.gebieden, van, dag + 1) < MINSTE_AANTAL) continue;
    const geteld = perGebied(telraam, categorie, van, dag + 1);
    const verwacht = vorigJaar(telraam, categorie, van);
    const sterkste = sterksteVan(kaart.zones, geteld, verwacht, lengte / basis, beste?.llr ?? 0);
    if (sterkste !== undefined) beste = { venster, ...sterkste };
  }
  return beste;
}

/** The zone with the largest ratio above `meerDan`, when `maal` times what is in `eerder` is expected. */
function sterksteVan(
  zones: readonly Zone[],
  geteld: Float64Array,
  eerder: Float64Array,
  maal: number,
  meerDan: number,
): Omit<Gescand, 'venster'> | undefined {
  let beste: Omit<Gescand, 'venster'> | undefined;
  let grootste = meerDan;
  for (let zone = 0; zone < zones.length; zone += 1) {
    const gebieden = zones[zone] as Zone;
    let aantal = 0;
    let verwacht = 0;
    for (let i = 0; i < gebieden.length; i += 1) {
      aantal += geteld[gebieden[i] as number] as number;
      verwacht += eerder[gebieden[i] as number] as number;
    }
    verwacht *= maal;
    // Half the square of the difference over what is expected is never less than the ratio, and takes no logarithm.
    if (aantal < MINSTE_AANTAL || aantal <= verwacht || (aantal - verwacht) ** 2 <= 2 * verwacht * grootste) continue;
    const llr = llrVan(aantal, verwacht);
    if (llr <= grootste) continue;
    grootste = llr;
    beste = { zone, aantal, verwacht, llr };
  }
  return beste;
}

/**
 * What the largest ratio of a scan looks like when nothing is the matter, by `keren` scans of drawn signalen: in each
 * the number per area is drawn first, because that is not known but counted.
 */
export function trekNul(
  telraam: Telraam,
  lengtes: readonly Lengte[],
  { categorie, dag, keren = 999, zaad }: { categorie: number; dag: number; keren?: number; zaad: number },
): Nul {
  const getal = toeval(zaad);
  const { kaart } = telraam;
  const { basis } = lengtes.at(-1) as Lengte;
  const eerder = vorigJaar(telraam, categorie, dag + 1 - (VENSTERS.at(-1) as number));
  const geteld = new Float64Array(kaart.gebieden);
  const grootste = Array.from({ length: keren }, () => {
    const tempos = Array.from(eerder, (aantal) => gamma(aantal, getal) / basis);
    geteld.fill(0);
    let meeste = 0;
    let al = 0;
    for (const { venster } of lengtes) {
      for (const [gebied, tempo] of tempos.entries())
        geteld[gebied] = (geteld[gebied] as number) + poisson(tempo * (venster - al), getal);
      al = venster;
      meeste = sterksteVan(kaart.zones, geteld, eerder, venster / basis, meeste)?.llr ?? meeste;
    }
    return meeste;
  });
  return gumbel(grootste);
}

/** The chance that the scan of nothing but chance finds this or more. */
export function kansVan(llr: number, { plaats, schaal }: Nul): number {
  return -Math.expm1(-Math.exp(-(llr - plaats) / schaal));
}

/** By the mean and the variance. */
function gumbel(waarden: readonly number[]): Nul {
  const gemiddelde = waarden.reduce((som, waarde) => som + waarde, 0) / waarden.length;
  const variantie = waarden.reduce((som, waarde) => som + (waarde - gemiddelde) ** 2, 0) / (waarden.length - 1);
  const schaal = Math.max(Math.sqrt(6 * variantie) / Math.PI, 1e-6);
  return { schaal, plaats: gemiddelde - EULER * schaal };
}

const EULER = 0.577_215_664_901_532_9;

function perGebied({ aantal, kaart }: Telraam, categorie: number, van: number, voor: number): Float64Array {
  const geteld = new Float64Array(kaart.gebieden);
  for (let gebied = 0; gebied < kaart.gebieden; gebied += 1) geteld[gebied] = aantal(categorie, gebied, van, voor);
  return geteld;
}

/** Counted in the year before `voor`, with half a signaal for what was never counted. */
function vorigJaar(telraam: Telraam, categorie: number, voor: number): Float64Array {
  return perGebied(telraam, categorie, Math.max(0, voor - BASISDAGEN), voor).map((geteld) => geteld + 0.5);
}
