/** Set by `npm run test:diep`: a seed of its own for every round. */
const DIEP = process.env['DIEP'];

/** Without it every property is tried on the same cases each time, so that no run hangs on luck. */
export const SEED = DIEP === undefined ? 20_270_607 : Number(DIEP);

/** How often a property is tried: so many times, and ten times as often in depth. */
export function keren(numRuns: number): { numRuns: number } {
  return { numRuns: DIEP === undefined ? numRuns : 10 * numRuns };
}

/** For what is the same each time: of so many cases one is tried, and in depth all of them. */
export function eenOp(aantal: number): number {
  return DIEP === undefined ? aantal : 1;
}

/** For what takes long by itself: so far, and in depth so much further. */
export function zoVer(hier: number, diep: number): number {
  return DIEP === undefined ? hier : diep;
}
