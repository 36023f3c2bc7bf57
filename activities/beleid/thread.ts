import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { Simulatiestand } from '#domain/simulatie/uitslag.ts';

import type { Simulatiedeel } from './deel.ts';

/** A thread that plays parts of simulations. Begins with the first one, and anew when it has died. */
interface Simulatiethread {
  /** False when it had. */
  begin: () => boolean;
  speel: (deel: Simulatiedeel, gespeeld: (aantal: number) => void, signaal: AbortSignal) => Promise<Simulatiestand>;
  sluit: () => Promise<void>;
}

/** Where a thread reads. `patient`: no limit to how long one answer takes. */
export interface Lezing {
  databaseUrl: string;
  patient: boolean;
}

/** What the thread is asked: to play a part, or to leave one alone. */
export type ThreadRequest = { nummer: number } & ({ deel: Simulatiedeel } | { stop: true });

/** What it tells. */
export type ThreadReply = { nummer: number } & (
  | { gespeeld: number }
  | { stand: Simulatiestand }
  | { fout: Threadfout }
);

/** What went wrong there; `code` as on the error, such as a SQLSTATE. */
export interface Threadfout {
  zin: string;
  code: string | undefined;
}

interface Wachtend {
  gespeeld: (aantal: number) => void;
  lukt: (stand: Simulatiestand) => void;
  mislukt: (fout: unknown) => void;
}

export function createThread(lezing: Lezing): Simulatiethread {
  const wachtend = new Map<number, Wachtend>();
  let worker: Worker | undefined;
  let nummer = 0;

  function hoor(antwoord: ThreadReply): void {
    const wie = wachtend.get(antwoord.nummer);
    if ('gespeeld' in antwoord) return wie?.gespeeld(antwoord.gespeeld);
    wachtend.delete(antwoord.nummer);
    if ('stand' in antwoord) wie?.lukt(antwoord.stand);
    else wie?.mislukt(Object.assign(new Error(antwoord.fout.zin), { code: antwoord.fout.code }));
  }

  function begin(): Worker {
    const nieuw = new Worker(BESTAND, { workerData: lezing, ...(IS_BRON && { execArgv: ['--import', 'tsx'] }) });
    // Nobody waits for an idle thread when the process has nothing else to do.
    nieuw.unref();
    nieuw.on('message', hoor);
    const voorbij = (fout: unknown): void => {
      if (worker !== nieuw) return;
      worker = undefined;
      for (const { mislukt } of wachtend.values()) mislukt(fout);
      wachtend.clear();
    };
    nieuw.once('error', voorbij);
    nieuw.once('exit', () => voorbij(new Error('The thread of the simulations ended')));
    return nieuw;
  }

  const levend = (): Worker => (worker ??= begin());

  function speel(
    deel: Simulatiedeel,
    gespeeld: (aantal: number) => void,
    signaal: AbortSignal,
  ): Promise<Simulatiestand> {
    return new Promise((lukt, mislukt) => {
      const thread = levend();
      nummer += 1;
      const eigen = nummer;
      wachtend.set(eigen, { gespeeld, lukt, mislukt });
      const vraag = (rest: { deel: Simulatiedeel } | { stop: true }): void =>
        thread.postMessage({ nummer: eigen, ...rest } satisfies ThreadRequest);
      signaal.addEventListener('abort', () => {
        if (!wachtend.delete(eigen)) return;
        vraag({ stop: true });
        mislukt(signaal.reason);
      });
      vraag({ deel });
    });
  }

  const beginNu = (): boolean => {
    const isNieuw = worker === undefined;
    levend();
    return isNieuw;
  };

  return { begin: beginNu, speel, sluit: async () => void (await worker?.terminate()) };
}

/** Sources run through tsx; what is built runs as it is. */
const IS_BRON = extname(import.meta.url) === '.ts';
const BESTAND = new URL(`./thread/main${extname(import.meta.url)}`, import.meta.url);
