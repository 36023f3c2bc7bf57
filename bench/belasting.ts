import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does `work` `count` times at a fixed rate, however long each takes. Durations (ms) count from the planned start, so that
 * a stall is felt by all that should have begun during it; `work` is told that instant, in ms since 1970.
 */
export async function openLoop(
  { perSecond, count }: { perSecond: number; count: number },
  work: (planned: number) => Promise<unknown>,
): Promise<number[]> {
  const begin = performance.now() + 50;
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const planned = begin + (i * 1000) / perSecond;
      await sleep(planned - performance.now());
      await work(performance.timeOrigin + planned);
      return performance.now() - planned;
    }),
  );
}

/** Does `work` for `seconds`, always `inFlight` at once. */
export async function closedLoop(
  { inFlight, seconds }: { inFlight: number; seconds: number },
  work: () => Promise<unknown>,
): Promise<{ durations: number[]; perSecond: number }> {
  const durations: number[] = [];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (performance.now() - begin < seconds * 1000) {
        const started = performance.now();
        await work();
        durations.push(performance.now() - started);
      }
    }),
  );
  return { durations, perSecond: durations.length / ((performance.now() - begin) / 1000) };
}

/** Does `work` for each of `items`, `inFlight` at once. */
export async function forEach<T>(
  items: readonly T[],
  inFlight: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

/** Asks again and again until the answer is yes. Throws after `seconds`. */
export async function until(what: string, seconds: number, isSo: () => Promise<boolean>, everyMs = 100): Promise<void> {
  const giveUpAt = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`Not within ${seconds} s: ${what}`);
    await sleep(everyMs);
  }
}
