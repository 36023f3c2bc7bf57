import { availableParallelism } from 'node:os';

import type { Simulatiestand } from '#domain/simulatie/uitslag.ts';

import type { Simulatiedeel } from './deel.ts';
import { createThread, type Lezing } from './thread.ts';

/** The threads in which simulations are played, so that they hold up nobody's request. They begin with the first one. */
export interface Simulatiethreads {
  aantal: number;
  /** Has them begin, for what they will soon be asked. False when all of them had. */
  begin: () => boolean;
  /**
   * Plays these parts at the same time, one in each thread, and resolves with what each counted. Throws what one of them throws, when a thread ends before it is
   * done, or with the reason of `signaal` once that is aborted.
   */
  speel: (
    delen: readonly Simulatiedeel[],
    gespeeld: (aantal: number) => void,
    signaal: AbortSignal,
  ) => Promise<Simulatiestand[]>;
  sluit: () => Promise<void>;
}

/** More would ask PostgreSQL for more than it has cores. */
const HOOGSTENS = 4;

export function createThreads(lezing: Lezing): Simulatiethreads {
  const threads = Array.from({ length: Math.min(availableParallelism(), HOOGSTENS) }, () => createThread(lezing));
  return {
    aantal: threads.length,
    begin: () => threads.map((thread) => thread.begin()).includes(true),
    speel: async (delen, gespeeld, signaal) => {
      signaal.throwIfAborted();
      const samen = new AbortController();
      const eender = AbortSignal.any([signaal, samen.signal]);
      try {
        return await Promise.all(
          threads
            .slice(0, delen.length)
            .map((thread, nr) => thread.speel(delen[nr] as Simulatiedeel, gespeeld, eender)),
        );
      } catch (fout) {
        // What one of them cannot do, the others need not finish.
        samen.abort(fout);
        throw fout;
      }
    },
    sluit: async () => void (await Promise.all(threads.map((thread) => thread.sluit()))),
  };
}
