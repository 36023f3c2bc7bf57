import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';

import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import { TASK_QUEUE } from '#workflows/messages.ts';

import { ALS } from './zoeken.ts';

/** Of what somebody asked for; that of a night has the name of its Schedule. */
const WORKFLOW_ID = 'zoek-patronen-gevraagd';

/** Starts the search that somebody asked for, as a night would be started. Asked while one runs it changes nothing. Throws when Temporal is away. */
export async function startZoeking(database: Database, client: Client): Promise<void> {
  const [gevraagd] = await rows(database.voor(ALS), sql`select from patroonzoeking where klaar_op is null`);
  if (gevraagd === undefined) return;
  await client.workflow.start('zoekPatronen', {
    taskQueue: TASK_QUEUE,
    workflowId: WORKFLOW_ID,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
  });
}
