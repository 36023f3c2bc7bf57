/** The weights added up, so that `trekGewogen` finds its way. */
export function opgeteld(gewichten: readonly number[]): number[] {
  let som = 0;
  return gewichten.map((gewicht) => (som += gewicht));
}

/** A number from 0, each as likely as its weight. */
export function trekGewogen(tot: readonly number[], getal: () => number): number {
  const waar = getal() * (tot.at(-1) as number);
  let laag = 0;
  let hoog = tot.length - 1;
  while (laag < hoog) {
    const midden = (laag + hoog) >> 1;
    if ((tot[midden] as number) > waar) hoog = midden;
    else laag = midden + 1;
  }
  return laag;
}
