import { parentPort, workerData } from 'node:worker_threads';

import { createDienstDb } from '#db/dienst-db.ts';
import type { Simulatiestand } from '#domain/simulatie/uitslag.ts';
import { sayError } from '#platform/describe-error.ts';

import { type Simulatiedeel, speelDeel } from '../deel.ts';
import type { Lezing, ThreadReply, Threadfout, ThreadRequest } from '../thread.ts';

/** A thread of the simulations: plays each part that it is sent, until it is told to leave it alone. */
const { databaseUrl, patient } = workerData as Lezing;
const db = createDienstDb(databaseUrl, 2, { rol: 'dienst', dienst: 'beleid' }, { patient });
const lopend = new Set<number>();

parentPort?.on('message', (vraag: ThreadRequest) => {
  if ('stop' in vraag) lopend.delete(vraag.nummer);
  else speel(vraag.nummer, vraag.deel);
});

function speel(nummer: number, deel: Simulatiedeel): void {
  const zeg = (rest: { gespeeld: number } | { stand: Simulatiestand } | { fout: Threadfout }): void =>
    parentPort?.postMessage({ nummer, ...rest } satisfies ThreadReply);
  lopend.add(nummer);
  speelDeel(db, deel, {
    gespeeld: (aantal) => zeg({ gespeeld: aantal }),
    isGestopt: () => !lopend.has(nummer),
  })
    .then(
      (stand) => zeg({ stand }),
      (fout: unknown) => zeg({ fout: alsGegevens(fout) }),
    )
    .finally(() => lopend.delete(nummer));
}

/** Between threads an error keeps only its message, and that may quote a row; what is known of it otherwise stays. */
function alsGegevens(fout: unknown): Threadfout {
  const code = fout instanceof Error && 'code' in fout && typeof fout.code === 'string' ? fout.code : undefined;
  return { zin: sayError(fout), code };
}
