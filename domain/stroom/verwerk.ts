import type { Datum } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import type { Stroomstaat, Stroomstap } from './staat.ts';
import { datumVanDag, laatsteDagen } from './stap.ts';

/** A step begins. */
export function metStap<S extends string, T extends Stroomstaat<S>>(staat: T, stap: Stroomstap<S>): T {
  return { ...staat, stappen: [...staat.stappen, stap], stapteller: staat.stapteller + 1 };
}

/** A step has ended. */
export function zonderStap<T extends Stroomstaat>(staat: T, sleutel: string): T {
  return { ...staat, stappen: staat.stappen.filter((lopend) => lopend.sleutel !== sleutel) };
}

/** The step, changed. */
export function wijzigStap<S extends string, T extends Stroomstaat<S>>(
  staat: T,
  sleutel: string,
  wijziging: (stap: Stroomstap<S>) => Partial<Stroomstap<S>>,
): T {
  return {
    ...staat,
    stappen: staat.stappen.map((stap) => (stap.sleutel === sleutel ? { ...stap, ...wijziging(stap) } : stap)),
  };
}

/** The milestone has been: it does not come again. */
export function merk<T extends Stroomstaat>(
  staat: T,
  g: { stap: string; mijlpaal: string },
  bijzonder: Partial<Stroomstap> = {},
): T {
  return wijzigStap(staat, g.stap, ({ geweest }) => ({ ...bijzonder, geweest: [...geweest, g.mijlpaal] }) as object);
}

/** Last days that have passed stay the dates that they were; none still to come is before the date of the change. */
export function opNieuweKalender<P extends Stroomstap>(stap: P, staat: { kalender: Kalender }, nietVoor: Datum): P {
  const voorbij = laatsteDagen(stap)
    .map((dag) => [dag, datumVanDag(stap, staat, dag)] as const)
    .filter(([, datum]) => datum < nietVoor);
  return {
    ...stap,
    nietVoor,
    ...(voorbij.length > 0 && { voorbij: { ...stap.voorbij, ...Object.fromEntries(voorbij) } }),
  };
}
