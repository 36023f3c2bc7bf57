import { type Client, isGrpcServiceError } from '@temporalio/client';

import { type Db, rows, sql } from '#db/sql.ts';
import { workflowIdVan } from '#workflows/messages.ts';

import { vraagTemporal } from '../waakhond/temporal.ts';

/**
 * Destroys what Temporal keeps of the workflows that followed this signaal: also one that runs, which has nothing to do any more. False
 * while there is something left: its workflow is still to be woken, which would start a new one, or Temporal still lists one.
 */
export async function vernietigGeschiedenis(db: Db, client: Client, stroom: string): Promise<boolean> {
  const gewekt = await rows(db, sql`select from stroom where id = ${stroom} and not wek_nodig`);
  if (gewekt.length === 0) return false;
  const runs = await runsVan(client, stroom);
  for (const runId of runs) await vernietigRun(client, stroom, runId);
  // What Temporal lists may be a moment behind.
  return runs.length === 0;
}

async function runsVan(client: Client, stroom: string): Promise<string[]> {
  const runs: string[] = [];
  await vraagTemporal(client, async () => {
    for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowIdVan(stroom)}'` }))
      runs.push(runId);
  });
  return runs;
}

/** One that is not there any more is what was wanted. */
async function vernietigRun(client: Client, stroom: string, runId: string): Promise<void> {
  const { namespace } = client.options;
  const workflowExecution = { workflowId: workflowIdVan(stroom), runId };
  try {
    await vraagTemporal(client, () => client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution }));
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== GRPC_NOT_FOUND) throw error;
  }
}
const GRPC_NOT_FOUND = 5;
