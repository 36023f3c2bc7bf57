import { parentPort, workerData } from 'node:worker_threads';

import { createDatabaseContext } from '#db/context.ts';
import { sayError } from '#platform/describe-error.ts';

import { simuleer } from '../simuleren.ts';
import type { ThreadReply, Threadfout, ThreadRequest } from '../thread.ts';

/** The thread of the simulations: answers each question that it is sent. */
const { database } = await createDatabaseContext(workerData as string, { poolMax: 2 });

parentPort?.on('message', ({ nummer, opdracht }: ThreadRequest) => {
  const antwoord = (rest: { verslag: Awaited<ReturnType<typeof simuleer>> } | { fout: Threadfout }): void =>
    parentPort?.postMessage({ nummer, ...rest } satisfies ThreadReply);
  simuleer(database.voor({ rol: 'dienst', dienst: 'beleid' }), opdracht).then(
    (verslag) => antwoord({ verslag }),
    (fout: unknown) => antwoord({ fout: alsGegevens(fout) }),
  );
});

/** Between threads an error keeps only its message, and that may quote a row; what is known of it otherwise stays. */
function alsGegevens(fout: unknown): Threadfout {
  const code = fout instanceof Error && 'code' in fout && typeof fout.code === 'string' ? fout.code : undefined;
  return { zin: sayError(fout), code };
}
