import { createActiviteiten } from '#activities/activiteiten.ts';
import { createWorkerContext } from '#activities/context.ts';
import { workflowBundle } from '#activities/workflow-bundle.ts';
import { createLogger } from '#platform/logger.ts';

import { workerConfig } from './worker.ts';

// A worker that gets stuck at each milestone, says so, and never comes back: for the signaal `na` after recording it, for others before.
const [databaseUrl = '', address = '', na] = process.argv.slice(2);
const context = await createWorkerContext(workerConfig(databaseUrl, address), createLogger('test', 'silent'));
const echt = createActiviteiten(context);
const worker = context.temporalWorker(await workflowBundle(), {
  ...echt,
  mijlpaal: async (stroom, sleutel, eigenTijd) => {
    if (stroom === na) await echt.mijlpaal(stroom, sleutel, eigenTijd);
    console.log('stuck');
    return new Promise(() => undefined);
  },
});
await worker.run(new AbortController().signal);
