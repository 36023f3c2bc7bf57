import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { Simulatieverslag } from '#domain/simulatie/verslag.ts';

import type { Simulatieopdracht } from './simuleren.ts';

/** Where simulations run without holding up anybody's request. Begins with the first one. */
export interface Simulatiethread {
  /** Throws what the simulation throws, or when the thread ends before it is done. */
  simuleer: (opdracht: Simulatieopdracht) => Promise<Simulatieverslag>;
  sluit: () => Promise<void>;
}

/** What the thread is asked. */
export interface ThreadRequest {
  nummer: number;
  opdracht: Simulatieopdracht;
}

/** What it answers. */
export type ThreadReply = { nummer: number } & ({ verslag: Simulatieverslag } | { fout: Threadfout });

/** What went wrong there; `code` as on the error, such as a SQLSTATE. */
export interface Threadfout {
  zin: string;
  code: string | undefined;
}

interface Wachtend {
  lukt: (verslag: Simulatieverslag) => void;
  mislukt: (fout: unknown) => void;
}

export function createSimulatiethread(databaseUrl: string): Simulatiethread {
  const wachtend = new Map<number, Wachtend>();
  let worker: Worker | undefined;
  let nummer = 0;

  function begin(): Worker {
    const nieuw = new Worker(BESTAND, { workerData: databaseUrl, ...(IS_BRON && { execArgv: ['--import', 'tsx'] }) });
    // Nobody waits for an idle thread when the process has nothing else to do.
    nieuw.unref();
    nieuw.on('message', (antwoord: ThreadReply) => {
      const wie = wachtend.get(antwoord.nummer);
      wachtend.delete(antwoord.nummer);
      if ('verslag' in antwoord) wie?.lukt(antwoord.verslag);
      else wie?.mislukt(Object.assign(new Error(antwoord.fout.zin), { code: antwoord.fout.code }));
    });
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

  return {
    simuleer: (opdracht) =>
      new Promise((lukt, mislukt) => {
        worker ??= begin();
        nummer += 1;
        wachtend.set(nummer, { lukt, mislukt });
        worker.postMessage({ nummer, opdracht } satisfies ThreadRequest);
      }),
    sluit: async () => void (await worker?.terminate()),
  };
}

/** Sources run through tsx; what is built runs as it is. */
const IS_BRON = extname(import.meta.url) === '.ts';
const BESTAND = new URL(`./thread/main${extname(import.meta.url)}`, import.meta.url);
