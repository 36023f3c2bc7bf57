/** Numbers from 0 up to 1 that look random and are the same for the same seed: mulberry32. */
export function toeval(zaad: number): () => number {
  let stand = zaad | 0;
  return () => {
    stand = (stand + 0x6d2b79f5) | 0;
    let t = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many happen of which `gemiddeld` are expected. Large numbers are drawn in parts, so that `exp` keeps its digits. */
export function poisson(gemiddeld: number, getal: () => number): number {
  if (gemiddeld > GROOTSTE_DEEL) return poisson(GROOTSTE_DEEL, getal) + poisson(gemiddeld - GROOTSTE_DEEL, getal);
  const grens = Math.exp(-gemiddeld);
  let aantal = 0;
  for (let product = getal(); product > grens; product *= getal()) aantal += 1;
  return aantal;
}

const GROOTSTE_DEEL = 30;

/** A draw of the gamma distribution with shape `vorm` > 0 and scale 1 (Marsaglia and Tsang, 2000). */
export function gamma(vorm: number, getal: () => number): number {
  if (vorm < 1) return gamma(vorm + 1, getal) * (1 - getal()) ** (1 / vorm);
  const d = vorm - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normaal(getal);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - getal()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function normaal(getal: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - getal())) * Math.cos(2 * Math.PI * getal());
}
