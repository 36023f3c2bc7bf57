import type { Telraam } from '#domain/detectie/telraam.ts';

/** How far the week that ends with `dag` stands out in one series; undefined where the method gives no verdict. */
export type Methode = (tel: (wekenGeleden: number) => number) => number | undefined;

/** Counts of whole weeks of a series, from Monday to Sunday: 0 is the week that ends with `dag`. */
export function weken(
  { aantal }: Telraam,
  categorie: number,
  gebied: number,
  dag: number,
): (geleden: number) => number {
  return (geleden) => aantal(categorie, gebied, dag + 1 - 7 * (geleden + 1), dag + 1 - 7 * geleden);
}

/** A baseline without anything has no deviation; this is the least (as `minSigma` in R's surveillance). */
const MINSTE_AFWIJKING = 0.5;

/** EARS C1 (Hutwagner 2003): against the seven weeks before. */
export const earsC1: Methode = (tel) => afwijking(tel, 0, 1);
/** EARS C2: against seven weeks, two weeks back. */
export const earsC2: Methode = (tel) => afwijking(tel, 0, 3);
/** EARS C3: what C2 was above one in the last three weeks. */
export const earsC3: Methode = (tel) =>
  [0, 1, 2].reduce((som, geleden) => som + Math.max(0, afwijking(tel, geleden, geleden + 3) - 1), 0);

function afwijking(tel: (geleden: number) => number, week: number, vanaf: number): number {
  const basis = Array.from({ length: 7 }, (_, i) => tel(vanaf + i));
  const gemiddelde = basis.reduce((som, x) => som + x, 0) / 7;
  const variantie = basis.reduce((som, x) => som + (x - gemiddelde) ** 2, 0) / 6;
  return (tel(week) - gemiddelde) / Math.max(MINSTE_AFWIJKING, Math.sqrt(variantie));
}

/** So many in four weeks. */
export const platteDrempel: Methode = (tel) => tel(0) + tel(1) + tel(2) + tel(3);

const JAREN = 5;
const HALF = 3;
const OVERGESLAGEN = 26;
const PERIODES = 10;

/**
 * Farrington flexible (Noufaily 2013), as in R's surveillance with `noPeriods = 10`: five years, quasi-Poisson with a trend
 * (here always) and ten seasons, the last half year left out, outliers weighed down once, and no verdict below five in four
 * weeks. Its threshold is a normal quantile on the 2/3 power; how many deviations the week is above it is what is tuned.
 */
export const farringtonFlexibel: Methode = (tel) => {
  if (tel(0) + tel(1) + tel(2) + tel(3) < 5) return undefined;
  const punten: Punt[] = [];
  for (let geleden = OVERGESLAGEN + 1; geleden <= JAREN * 52 + HALF; geleden += 1)
    punten.push({ rij: rijVan(geleden), y: tel(geleden), gewicht: 1 });
  let passing = pas(punten);
  if (passing === undefined) return undefined;
  const gewogen = weeg(punten, passing);
  passing = pas(gewogen);
  if (passing === undefined) return undefined;
  const nu = rijVan(0);
  const mu = Math.exp(inwendig(nu, passing.coefficienten));
  const fi = Math.max(1, spreiding(gewogen, passing));
  const variantieMu = mu ** 2 * fi * kwadratisch(nu, passing.inverse);
  const afwijking = (2 / 3) * mu ** (-1 / 3) * Math.sqrt(fi * mu + variantieMu);
  return (tel(0) ** (2 / 3) - mu ** (2 / 3)) / afwijking;
};

interface Punt {
  readonly rij: readonly number[];
  readonly y: number;
  readonly gewicht: number;
}

interface Passing {
  readonly coefficienten: readonly number[];
  readonly inverse: readonly (readonly number[])[];
}

/** Intercept, trend, and the season of that week counted from this one: its own seven weeks are the reference. */
function rijVan(geleden: number): number[] {
  const rij = Array.from({ length: PERIODES + 1 }, () => 0);
  rij[0] = 1;
  rij[1] = -geleden / 52;
  const inJaar = (52 - (geleden % 52)) % 52;
  const naHalf = (inJaar + HALF) % 52;
  if (naHalf > 2 * HALF) rij[2 + Math.floor(((naHalf - 2 * HALF - 1) * (PERIODES - 1)) / (52 - 2 * HALF - 1))] = 1;
  return rij;
}

/** Poisson regression by iteratively reweighted least squares; undefined when it does not settle. */
function pas(punten: readonly Punt[]): Passing | undefined {
  const m = PERIODES + 1;
  let coefficienten = Array.from({ length: m }, () => 0);
  const som = punten.reduce((totaal, { y }) => totaal + y, 0);
  coefficienten[0] = Math.log(Math.max(0.1, som / punten.length));
  for (let keer = 0; keer < 12; keer += 1) {
    const a = Array.from({ length: m }, (_, i) => Array.from({ length: m }, (_leeg, j) => (i === j ? 1e-6 : 0)));
    const b = Array.from({ length: m }, () => 0);
    for (const { rij, y, gewicht } of punten) {
      const eta = inwendig(rij, coefficienten);
      const mu = Math.exp(Math.max(-12, Math.min(12, eta)));
      const doel = eta + (y - mu) / mu;
      for (let i = 0; i < m; i += 1) {
        const wx = gewicht * mu * (rij[i] as number);
        if (wx === 0) continue;
        b[i] = (b[i] as number) + wx * doel;
        const ai = a[i] as number[];
        for (let j = 0; j < m; j += 1) ai[j] = (ai[j] as number) + wx * (rij[j] as number);
      }
    }
    const inverse = keerOm(a);
    const nieuw = inverse.map((regel) => inwendig(regel, b));
    const verschil = Math.max(...nieuw.map((x, i) => Math.abs(x - (coefficienten[i] as number))));
    coefficienten = nieuw;
    if (!Number.isFinite(verschil)) return undefined;
    if (verschil < 1e-6) return { coefficienten, inverse };
  }
  return undefined;
}

/** Weighs down what lies far above, by its Anscombe residual, as Noufaily does from 2.58. */
function weeg(punten: readonly Punt[], passing: Passing): Punt[] {
  const fi = Math.max(1, spreiding(punten, passing));
  const residuen = punten.map(({ rij, y }) => {
    const mu = Math.exp(inwendig(rij, passing.coefficienten));
    return (1.5 * (y ** (2 / 3) - mu ** (2 / 3))) / (mu ** (1 / 6) * Math.sqrt(fi));
  });
  const ruw = residuen.map((s) => (s > 2.58 ? s ** -2 : 1));
  const maal = punten.length / ruw.reduce((som, x) => som + x, 0);
  return punten.map((punt, i) => ({ ...punt, gewicht: (ruw[i] as number) * maal }));
}

function spreiding(punten: readonly Punt[], { coefficienten }: Passing): number {
  const som = punten.reduce((totaal, { rij, y, gewicht }) => {
    const mu = Math.exp(inwendig(rij, coefficienten));
    return totaal + (gewicht * (y - mu) ** 2) / mu;
  }, 0);
  return som / (punten.length - coefficienten.length);
}

function inwendig(een: readonly number[], ander: readonly number[]): number {
  let som = 0;
  for (let i = 0; i < een.length; i += 1) som += (een[i] as number) * (ander[i] as number);
  return som;
}

function kwadratisch(rij: readonly number[], matrix: readonly (readonly number[])[]): number {
  return inwendig(
    rij,
    matrix.map((regel) => inwendig(regel, rij)),
  );
}

/** Gauss and Jordan, of a positive definite matrix. */
function keerOm(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const a = matrix.map((regel, i) => [...regel, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i += 1) {
    const spil = a[i] as number[];
    const deel = spil[i] as number;
    for (let k = 0; k < 2 * n; k += 1) spil[k] = (spil[k] as number) / deel;
    for (let j = 0; j < n; j += 1) {
      const regel = a[j] as number[];
      const maal = regel[i] as number;
      if (j === i || maal === 0) continue;
      for (let k = 0; k < 2 * n; k += 1) regel[k] = (regel[k] as number) - maal * (spil[k] as number);
    }
  }
  return a.map((regel) => regel.slice(n));
}
