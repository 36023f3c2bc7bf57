import { createWorkerContext } from '#activities/context.ts';
import { createWisjournaal } from '#activities/wissen/journaal.ts';
import { vernietigAlles } from '#activities/wissen/vernietigen.ts';
import { createLogger } from '#platform/logger.ts';

import { workerConfig } from './worker.ts';

// Erases what two people confirmed, and is killed at that place: nothing of it gets to say goodbye.
const [databaseUrl = '', address = '', folder = '', where] = process.argv.slice(2);
const { database, client, wekken } = await createWorkerContext(
  workerConfig(databaseUrl, address),
  createLogger('test', 'silent'),
);
const fallAt = (here: string): void => {
  if (where === here) process.kill(process.pid, 'SIGKILL');
};
const journaal = createWisjournaal(folder, null);
let transactions = 0;
await vernietigAlles({
  client,
  journaal: {
    ...journaal,
    voegToe: async (regel) => {
      await journaal.voegToe(regel);
      fallAt('after the journal');
    },
  },
  wekken: {
    wek: async (stroom) => {
      fallAt('before Temporal');
      const gewekt = await wekken.wek(stroom);
      if (where === 'before the end') process.nextTick(() => setImmediate(() => fallAt('before the end')));
      return gewekt;
    },
  },
  database: {
    ...database,
    inTransaction: (namens, work) =>
      database.inTransaction(namens, async (db) => {
        const result = await work(db);
        transactions += 1;
        if (transactions === 1) fallAt('inside the transaction');
        return result;
      }),
  },
});
