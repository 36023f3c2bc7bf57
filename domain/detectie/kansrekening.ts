/** What a window is held against: the number counted over `basis`, and the length of the window in the same unit. */
export interface Verwachting {
  readonly geteld: number;
  readonly basis: number;
  readonly venster: number;
  /** How many times the variance of its past is that of chance alone, at least 1: a series with seasons varies more. */
  readonly spreiding?: number;
}

/** Of a series that never counted anything half a signaal is expected, not none: else its first would prove a pattern. */
const VORM_VOORAF = 0.5;

/** How many are expected in the window. */
export function verwachtAantal({ geteld, basis, venster }: Verwachting): number {
  return ((geteld + VORM_VOORAF) * venster) / basis;
}

/**
 * The chance of `k` or more in the window. What is expected is itself counted, so the number is not Poisson but negative
 * binomial: the predictive distribution of a gamma prior with shape `VORM_VOORAF` and no weight.
 */
export function kansOpMinstens(k: number, verwachting: Verwachting): number {
  const { basis, venster, spreiding = 1 } = verwachting;
  const breder = (1 + venster / basis) * spreiding - 1;
  return negatiefBinomiaal(k, verwachtAantal(verwachting) / breder, breder / (1 + breder));
}

/**
 * P(X >= k) of a negative binomial with shape `vorm` > 0, whose terms grow by `q` in (0, 1): the terms from k on, over all
 * terms. They are worked out from the largest, each from its neighbour and all positive, so that no digits are lost: the
 * relative error stays below 1e-12.
 */
export function negatiefBinomiaal(k: number, vorm: number, q: number): number {
  if (k <= 0) return 1;
  const top = Math.max(0, Math.floor(((vorm - 1) * q) / (1 - q)));
  let onder = 0;
  let boven = 0;
  for (let j = top, term = 1; term > 0 && (j < k || term > VERWAARLOOSBAAR * boven); j += 1) {
    if (j < k) onder += term;
    else boven += term;
    term *= ((vorm + j) * q) / (j + 1);
  }
  for (let j = top - 1, term = 1; j >= 0; j -= 1) {
    term *= (j + 1) / ((vorm + j) * q);
    if (term < VERWAARLOOSBAAR * (onder + boven)) break;
    if (j < k) onder += term;
    else boven += term;
  }
  return boven / (onder + boven);
}

const VERWAARLOOSBAAR = 1e-18;
