import { setTimeout as sleep } from 'node:timers/promises';

import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';

import { StartError } from './start-error.ts';

const { IndexedValueType } = proto.temporal.api.enums.v1;
const TYPES = {
  KEYWORD: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  DATETIME: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
} as const;
const PATIENCE = 60_000;

/** Name and type of each search attribute that workflows set. */
export type SearchAttributes = readonly { name: string; type: keyof typeof TYPES }[];

/**
 * Waits until the server at `address` serves this namespace with these search attributes, and registers the ones
 * that are missing: a database that already existed gets none from the command line. Throws StartError after a minute,
 * and at once when `gone` says that there is no server to wait for any more.
 */
export async function untilTemporalServes(
  address: string,
  namespace: string,
  searchAttributes: SearchAttributes,
  gone?: AbortSignal,
): Promise<void> {
  const connection = Connection.lazy({ address });
  const giveUpAt = Date.now() + PATIENCE;
  try {
    for (;;) {
      try {
        await connection.withDeadline(Date.now() + 2_000, () =>
          ensureAttributes(connection, namespace, searchAttributes),
        );
        return;
      } catch (cause) {
        if (gone?.aborted === true || Date.now() > giveUpAt)
          throw new StartError(`Temporal op ${address} geeft na een minuut nog geen antwoord: ${String(cause)}`, {
            cause,
          });
        await sleep(50);
      }
    }
  } finally {
    await connection.close();
  }
}

async function ensureAttributes(connection: Connection, namespace: string, wanted: SearchAttributes): Promise<void> {
  await connection.healthService.check({ service: 'temporal.api.workflowservice.v1.WorkflowService' });
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = wanted.filter(({ name }) => !(name in customAttributes));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map(({ name, type }) => [name, TYPES[type]])),
  });
}
