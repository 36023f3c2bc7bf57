import { createActiviteiten } from '#activities/activiteiten.ts';
import { createWorkerContext } from '#activities/context.ts';
import type { Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { workflowBundle } from '#activities/workflow-bundle.ts';
import { createLogger } from '#platform/logger.ts';

import { workerConfig } from './worker.ts';

// A worker that gets stuck once it has given so many reporters an answer, says so, and never comes back.
const [databaseUrl = '', address = '', aantal = ''] = process.argv.slice(2);
const context = await createWorkerContext(workerConfig(databaseUrl, address), createLogger('test', 'silent'));
let gegeven = 0;
const voerUit: Uitvoeren['voerUit'] = async (stroom, opdracht, opties) => {
  const antwoord = await context.uitvoeren.voerUit(stroom, opdracht, opties);
  if (opdracht.soort === 'patroonantwoordGeven') gegeven += 1;
  if (gegeven < Number(aantal)) return antwoord;
  console.log('stuck');
  return new Promise(() => undefined);
};
const activiteiten = createActiviteiten({ ...context, uitvoeren: { ...context.uitvoeren, voerUit } });
await context.temporalWorker(await workflowBundle(), activiteiten).run(new AbortController().signal);
