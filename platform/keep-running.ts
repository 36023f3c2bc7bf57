import { setTimeout as sleep } from 'node:timers/promises';

import type { Logger } from 'pino';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** A part that ran this long had found what it needs, so the next failure is a new one. */
const STEADY_MS = 30_000;

export interface Task {
  name: string;
  /** Works until `signal` says stop, or until something it needs is gone: then it throws. */
  run: (signal: AbortSignal) => Promise<void>;
}

/** Runs a part again and again, a little later each time, until `signal` says stop: nothing that is away for a while ends the process. */
export async function keepRunning(
  { name, run }: Task,
  { signal, log }: { signal: AbortSignal; log: Logger },
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      await run(signal);
    } catch (error) {
      if (signal.aborted) log.debug({ err: error, part: name }, 'stopped with an error');
      else log.warn({ err: error, part: name, pause }, 'not available, tries again');
    }
    if (performance.now() - began > STEADY_MS) pause = FIRST_PAUSE_MS;
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}
