import { type Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';

import { boolean, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import { TASK_QUEUE, VOLG_PATROON, VOLG_SIGNAAL, workflowIdVan } from '#workflows/messages.ts';

import { LOOPT } from './controles.ts';
import { vraagTemporal } from './temporal.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'waakhond' } as const;

/** Streams and workflows that should belong together and do not. Ids of streams. */
export interface Verschillen {
  zonderWorkflow: string[];
  zonderSignaal: string[];
}

export interface Verschilvraag {
  database: Database;
  client: Client;
  /** Compare all of them; otherwise only those of `verdacht`. */
  alles: boolean;
  /** Ids of streams that are looked at whatever the lists say. */
  verdacht: readonly string[];
}

const TEGELIJK = 16;

/**
 * Holds the open streams against the running workflows: all of them when `alles`, and always those of `verdacht`. Temporal's
 * list may be a moment behind, so each difference in it is looked at itself. Throws when Temporal does not answer.
 */
export async function vergelijk({ database, client, alles, verdacht }: Verschilvraag): Promise<Verschillen> {
  const kandidaten = new Set([...verdacht, ...(alles ? await verschilVanLijsten(database, client) : [])]);
  const lopend = new Set<string>();
  await perGroep([...kandidaten], async (id) => {
    if (await loopt(client, id)) lopend.add(id);
  });
  // Read after Temporal was asked: what was filed, closed or woken meanwhile is no difference.
  const stromen = await rows(
    database.voor(ALS),
    sql`select id, ${LOOPT} as hoort, wek_nodig from stroom s where id = any(${[...kandidaten]}::uuid[])`,
    { id: text, hoort: boolean, wek_nodig: boolean },
  );
  const perId = new Map(stromen.map((stroom) => [stroom.id, stroom]));
  const rustig = [...kandidaten].filter((id) => perId.get(id)?.wek_nodig !== true);
  return {
    zonderWorkflow: rustig.filter((id) => perId.get(id)?.hoort === true && !lopend.has(id)),
    zonderSignaal: rustig.filter((id) => perId.get(id)?.hoort !== true && lopend.has(id)),
  };
}

async function verschilVanLijsten(database: Database, client: Client): Promise<string[]> {
  const voorvoegsel = workflowIdVan('');
  const lopend = new Set<string>();
  const query = `WorkflowType in ('${VOLG_SIGNAAL}', '${VOLG_PATROON}') and ExecutionStatus = 'Running'`;
  await vraagTemporal(client, async () => {
    for await (const { workflowId } of client.workflow.list({ query, pageSize: 1000 })) {
      const id = workflowId.slice(voorvoegsel.length);
      if (workflowId.startsWith(voorvoegsel) && UUID.test(id)) lopend.add(id);
    }
  });
  const open = await rows(database.voor(ALS), sql`select id from stroom s where ${LOOPT} and not wek_nodig`, {
    id: text,
  });
  const horend = new Set(open.map(({ id }) => id));
  return [...horend, ...lopend].filter((id) => !horend.has(id) || !lopend.has(id));
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function loopt(client: Client, id: string): Promise<boolean> {
  try {
    const { status } = await vraagTemporal(client, () => client.workflow.getHandle(workflowIdVan(id)).describe());
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Why the clock of no signaal comes; null while at least one worker listens to Temporal. */
export async function waaromNiemandLuistert(client: Client): Promise<string | null> {
  const { namespace } = client.options;
  try {
    const { pollers } = await vraagTemporal(client, () =>
      client.workflowService.describeTaskQueue({ namespace, taskQueue: { name: TASK_QUEUE }, taskQueueType: 1 }),
    );
    return pollers?.length ? null : 'Er is geen worker aangemeld.';
  } catch (error) {
    const isOnbekend = isGrpcServiceError(error) && error.code === GRPC_NOT_FOUND;
    return isOnbekend ? `Temporal kent de namespace ${namespace} niet.` : 'Temporal antwoordt niet.';
  }
}
const GRPC_NOT_FOUND = 5;

/** Does `werk` for all of `ids`, some at a time. Throws the first error once its group is done. */
async function perGroep(ids: readonly string[], werk: (id: string) => Promise<void>): Promise<void> {
  for (let i = 0; i < ids.length; i += TEGELIJK) {
    const uitslag = await Promise.allSettled(ids.slice(i, i + TEGELIJK).map(werk));
    for (const een of uitslag) if (een.status === 'rejected') throw een.reason;
  }
}
