import { VERLOOPWEKEN } from './vensters.ts';

/** How many there were in each of the last weeks, the oldest first; the last week ends with `dag`. Days by number. */
export function weekverloop(keren: Iterable<{ dag: number; aantal: number }>, dag: number): number[] {
  const verloop = Array.from({ length: VERLOOPWEKEN }, () => 0);
  for (const { dag: toen, aantal } of keren) {
    const week = VERLOOPWEKEN - 1 - Math.floor((dag - toen) / 7);
    if (toen <= dag && week >= 0) verloop[week] = (verloop[week] as number) + aantal;
  }
  return verloop;
}
