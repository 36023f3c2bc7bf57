import { setTimeout as sleep } from 'node:timers/promises';

/** One process or server that is up. */
export interface Part {
  /** Resolves with how it ended. */
  exited: Promise<string>;
  stop: () => Promise<void>;
}

export interface Keeper {
  /** Stops the part for good. */
  stop: () => Promise<void>;
}

const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;
const STEADY = 30_000;

/** Starts a part again whenever it ends by itself, after a pause that doubles while it does not stay up. */
export function keepAlive(
  name: string,
  running: Part,
  start: () => Promise<Part>,
  tell: (sentence: string) => void,
): Keeper {
  const stopping = new AbortController();
  let current: Part | undefined = running;
  const watch = async (): Promise<void> => {
    let pause = FIRST_PAUSE;
    while (current !== undefined) {
      const startedAt = performance.now();
      const how = await current.exited;
      if (stopping.signal.aborted) return;
      if (performance.now() - startedAt > STEADY) pause = FIRST_PAUSE;
      tell(`${name} is gestopt (${how}) en wordt opnieuw gestart.`);
      current = undefined;
      while (current === undefined && !stopping.signal.aborted) {
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
        if (stopping.signal.aborted) return;
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        current = await start().catch((fault: unknown) => {
          tell(`${name} start niet: ${fault instanceof Error ? fault.message : String(fault)}`);
          return undefined;
        });
      }
    }
  };
  const watching = watch();
  return {
    stop: async () => {
      stopping.abort();
      // Whatever was being started at this moment is waited for, and then stopped.
      if (current === undefined) await watching;
      await current?.stop();
      await watching;
    },
  };
}
