import { extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** It says something with each stretch, which takes a second, and each answer of PostgreSQL comes within eight. */
const STILTE_MS = 60_000;
/** A thread that loads its code may not hear that it should end. */
const EINDE_MS = 2_000;

/** `stilteMs`: after so long without a word from it a thread is given up, and the next question goes to a new one. */
export function createThread(lezing: Lezing, stilteMs = STILTE_MS): Simulatiethread {
  const wachtend = new Map<number, Wachtend>();
  let worker: Worker | undefined;
  let nummer = 0;
  let stilte: NodeJS.Timeout | undefined;

  /** With no limit to an answer there is none to silence. */
  function luister(): void {
    clearTimeout(stilte);
    if (wachtend.size > 0 && !lezing.patient) stilte = setTimeout(geefOp, stilteMs);
  }

  function geefOp(): void {
    const stil = worker;
    voorbij(new Error('The thread of the simulations says nothing'));
    void stil?.terminate();
  }

  function voorbij(fout: unknown): void {
    worker = undefined;
    for (const { mislukt } of wachtend.values()) mislukt(fout);
    wachtend.clear();
    luister();
  }

  function hoor(antwoord: ThreadReply): void {
    geefDoor(wachtend, antwoord);
    luister();
  }

  const levend = (): Worker => (worker ??= maakWorker(lezing, { hoor, voorbij, isDeze: (een) => een === worker }));

  const speel: Simulatiethread['speel'] = (deel, gespeeld, signaal) =>
    new Promise((lukt, mislukt) => {
      const thread = levend();
      nummer += 1;
      const eigen = nummer;
      wachtend.set(eigen, { gespeeld, lukt, mislukt });
      const vraag = (rest: { deel: Simulatiedeel } | { stop: true }): void =>
        thread.postMessage({ nummer: eigen, ...rest } satisfies ThreadRequest);
      signaal.addEventListener('abort', () => {
        if (!wachtend.delete(eigen)) return;
        vraag({ stop: true });
        luister();
        mislukt(signaal.reason);
      });
      vraag({ deel });
      luister();
    });

  const beginNu = (): boolean => {
    const isNieuw = worker === undefined;
    levend();
    return isNieuw;
  };

  return { begin: beginNu, speel, sluit: () => eindig(worker) };
}

/** One that was given up is not heard any more. */
function maakWorker(
  lezing: Lezing,
  naar: {
    hoor: (antwoord: ThreadReply) => void;
    voorbij: (fout: unknown) => void;
    isDeze: (worker: Worker) => boolean;
  },
): Worker {
  const worker = new Worker(BESTAND, { workerData: lezing, ...(IS_BRON && { execArgv: ['--import', 'tsx'] }) });
  // Nobody waits for an idle thread when the process has nothing else to do.
  worker.unref();
  const voorbij = (fout: unknown): void => {
    if (naar.isDeze(worker)) naar.voorbij(fout);
  };
  worker.on('message', (antwoord: ThreadReply) => {
    if (naar.isDeze(worker)) naar.hoor(antwoord);
  });
  worker.once('error', voorbij);
  worker.once('exit', () => voorbij(new Error('The thread of the simulations ended')));
  return worker;
}

function geefDoor(wachtend: Map<number, Wachtend>, antwoord: ThreadReply): void {
  const wie = wachtend.get(antwoord.nummer);
  if ('gespeeld' in antwoord) return wie?.gespeeld(antwoord.gespeeld);
  wachtend.delete(antwoord.nummer);
  if ('stand' in antwoord) wie?.lukt(antwoord.stand);
  else wie?.mislukt(Object.assign(new Error(antwoord.fout.zin), { code: antwoord.fout.code }));
}

async function eindig(worker: Worker | undefined): Promise<void> {
  await Promise.race([worker?.terminate(), sleep(EINDE_MS, undefined, { ref: false })]);
}

/** Sources run through tsx; what is built runs as it is. */
const IS_BRON = extname(import.meta.url) === '.ts';
const BESTAND = new URL(`./thread/main${extname(import.meta.url)}`, import.meta.url);
