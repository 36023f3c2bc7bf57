import { BASISDAGEN, VENSTERS } from './vensters.ts';

/** How much could have been reported, in the unit of the weights: working days, times the number of clients where that grew. */
export interface Lengte {
  readonly basis: number;
  readonly venster: number;
}

export interface Blootstelling {
  /** Weight of each day, from day 0. */
  readonly gewichten: readonly number[];
  /** Of each window that ends with `dag`, its length and that of the 52 weeks before it, as far as there is a past. */
  readonly lengtes: (dag: number) => Lengte[];
}

/**
 * `gemeldNa`: which part of what happened is reported within so many days (0: on the same day); all of it after the last. What
 * is still to come makes the last days shorter, so that they are not held against a past that is complete.
 */
export function maakBlootstelling(gewichten: readonly number[], gemeldNa: readonly number[] = []): Blootstelling {
  const tot = [0];
  for (const gewicht of gewichten) tot.push((tot.at(-1) as number) + gewicht);
  const som = (van: number, voor: number): number =>
    (tot[Math.max(0, voor)] as number) - (tot[Math.max(0, van)] as number);
  const nogNiet = (van: number, dag: number): number =>
    gemeldNa.reduce(
      (over, deel, geleden) => over + (dag - geleden < van ? 0 : (1 - deel) * (gewichten[dag - geleden] ?? 0)),
      0,
    );
  return {
    gewichten,
    lengtes: (dag) =>
      VENSTERS.map((venster) => {
        const van = dag + 1 - venster;
        return { venster: som(van, dag + 1) - nogNiet(van, dag), basis: som(van - BASISDAGEN, van) };
      }),
  };
}

/** A Saturday, Sunday or holiday against a working day: hardly anybody reports. */
const VRIJE_DAG = 0.05;

/** The weights of days: `vrij` tells which are no working days, `clienten` how many clients there were (only the ratio counts). */
export function gewichtenVan(
  dagen: number,
  vrij: (dag: number) => boolean,
  clienten: (dag: number) => number = () => 1,
): number[] {
  return Array.from({ length: dagen }, (_, dag) => (vrij(dag) ? VRIJE_DAG : 1) * clienten(dag));
}

/**
 * Which part of what happened is reported within 0, 1, 2 … days, from how many days lay between for signalen that are old
 * enough to be all in.
 */
export function meldtempo(vertragingen: readonly number[], tot: number): number[] {
  if (vertragingen.length === 0) return [];
  return Array.from(
    { length: tot },
    (_, dagen) => Math.max(1, vertragingen.filter((vertraging) => vertraging <= dagen).length) / vertragingen.length,
  );
}
