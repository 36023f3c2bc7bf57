/** A set of areas that is looked at as one, by their numbers. */
export type Zone = readonly number[];

/** Areas by number, and what may be looked at as one: each area (its zone has its number), adjacent pairs and triples, and all of them (the last). */
export interface Kaart {
  readonly gebieden: number;
  readonly zones: readonly Zone[];
}

/** The map of `gebieden` areas of which `grenzen` tells which touch. A triple hangs together when two of its pairs do. */
export function maakKaart(gebieden: number, grenzen: readonly (readonly [number, number])[]): Kaart {
  const nummers = Array.from({ length: gebieden }, (_, nummer) => nummer);
  const raakt = (a: number, b: number): boolean =>
    grenzen.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  const paren = nummers.flatMap((a) => nummers.filter((b) => b > a && raakt(a, b)).map((b) => [a, b]));
  const drietallen = nummers.flatMap((a) =>
    nummers
      .filter((b) => b > a)
      .flatMap((b) =>
        nummers
          .filter((c) => c > b && [raakt(a, b), raakt(a, c), raakt(b, c)].filter(Boolean).length >= 2)
          .map((c) => [a, b, c]),
      ),
  );
  return { gebieden, zones: [...nummers.map((nummer) => [nummer]), ...paren, ...drietallen, nummers] };
}

/** Number of the zone that is the whole map. */
export function overal({ zones }: Kaart): number {
  return zones.length - 1;
}

/** Whether two zones have an area in common. */
export function overlapt(een: Zone, ander: Zone): boolean {
  return een.some((gebied) => ander.includes(gebied));
}
