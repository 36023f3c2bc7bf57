import { createActiviteiten } from '#activities/activiteiten.ts';
import { createUitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { createTemporalWorker } from '#activities/temporal-worker.ts';
import { workflowBundle } from '#activities/workflow-bundle.ts';
import { initOrm } from '#db/orm.ts';
import { createDataConverter } from '#platform/data-converter.ts';

import { TEST_NAMESPACE } from './temporal.ts';
import { TEST_PAYLOAD_KEY } from './worker.ts';

// A worker that gets stuck at each milestone, says so, and never comes back: for the signaal `na` after recording it, for others before.
const [databaseUrl = '', address = '', na] = process.argv.slice(2);
const echt = createActiviteiten(createUitvoeren({ orm: await initOrm(databaseUrl), reizen: true }));
const worker = createTemporalWorker({
  connection: { address },
  namespace: TEST_NAMESPACE,
  dataConverter: createDataConverter(TEST_PAYLOAD_KEY),
  workflowBundle: await workflowBundle(),
  activiteiten: {
    ...echt,
    mijlpaal: async (stroom, sleutel, eigenTijd) => {
      if (stroom === na) await echt.mijlpaal(stroom, sleutel, eigenTijd);
      console.log('stuck');
      return new Promise(() => undefined);
    },
  },
});
await worker.run(new AbortController().signal);
