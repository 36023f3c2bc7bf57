import type { MikroORM } from '@mikro-orm/postgresql';
import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';
import type { volgSignaal } from '#workflows/volg-signaal.ts';
import { gewijzigd, TASK_QUEUE, VOLG_SIGNAAL, workflowIdVan } from '#workflows/messages.ts';

export interface Wekonderdelen {
  orm: MikroORM;
  client: Client;
}

export interface Wekken {
  /** Wakes the workflow of one stream that asks for it, or starts it. Throws when Temporal is away; the row then still asks. */
  wek: (stroom: string) => Promise<void>;
  /** The same for every stream that asks. Returns how many were woken; throws AggregateError when some were not. */
  wekAlles: () => Promise<number>;
}

/** How many streams are leased at a time, and woken side by side. */
const BATCH = 16;
/** Long enough for a server under load, short enough for the lease of 60 s. */
const GEDULD_MS = 10_000;

interface Geleend {
  id: string;
  wek_versie: number;
}

/** The one way in which a workflow is started or told that something changed: filing, acts, repair and rebuild all come here. */
export function createWekken({ orm, client }: Wekonderdelen): Wekken {
  async function wekGeleend({ id, wek_versie: versie }: Geleend): Promise<void> {
    try {
      await startOfMeld(client, id);
    } catch (error) {
      await geefTerug(orm, id);
      throw error;
    }
    // Changed meanwhile: the workflow may have read before that, so it is told once more.
    if (await isNogNodig(orm, id, versie)) await wek(id);
  }

  async function wek(stroom: string): Promise<void> {
    for (const geleend of await leen(orm, stroom)) await wekGeleend(geleend);
  }

  async function wekAlles(): Promise<number> {
    let gewekt = 0;
    for (;;) {
      const geleend = await leenVolgende(orm);
      const fouten = (await Promise.allSettled(geleend.map(wekGeleend))).filter(({ status }) => status === 'rejected');
      gewekt += geleend.length - fouten.length;
      // What failed was given back and would be leased again at once, for ever.
      if (fouten.length > 0) throw new AggregateError(fouten.map(redenVan), `${fouten.length} workflows were not woken`);
      if (geleend.length < BATCH) return gewekt;
    }
  }

  return { wek, wekAlles };
}

async function startOfMeld(client: Client, id: string): Promise<void> {
  await client.withDeadline(Date.now() + GEDULD_MS, () =>
    client.workflow.signalWithStart<typeof volgSignaal>(VOLG_SIGNAAL, {
      workflowId: workflowIdVan(id),
      taskQueue: TASK_QUEUE,
      args: [{ id }],
      signal: gewijzigd,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    }),
  );
}

const VRIJ = `wek_nodig and (wek_lease_tot is null or wek_lease_tot <= clock_timestamp())`;
const LEEN = `update stroom set wek_lease_tot = clock_timestamp() + interval '60 seconds'`;

function leen(orm: MikroORM, id: string): Promise<Geleend[]> {
  return orm.em.fork().execute(`${LEEN} where id = ? and ${VRIJ} returning id, wek_versie`, [id]);
}

function leenVolgende(orm: MikroORM): Promise<Geleend[]> {
  return orm.em.fork().execute(
    `${LEEN} where id in (
       select id from stroom where ${VRIJ} order by wek_sinds limit ${BATCH} for update skip locked)
     returning id, wek_versie`,
  );
}

async function isNogNodig(orm: MikroORM, id: string, versie: number): Promise<boolean> {
  const [rij] = await orm.em.fork().execute<{ wek_nodig: boolean }[]>(
    `update stroom
        set wek_nodig = wek_versie <> ?,
            wek_sinds = case when wek_versie <> ? then wek_sinds end,
            wek_lease_tot = null
      where id = ? returning wek_nodig`,
    [versie, versie, id],
  );
  return rij?.wek_nodig === true;
}

async function geefTerug(orm: MikroORM, id: string): Promise<void> {
  await orm.em.fork().execute('update stroom set wek_lease_tot = null where id = ?', [id]);
}

function redenVan(uitslag: PromiseSettledResult<void>): unknown {
  return uitslag.status === 'rejected' ? uitslag.reason : undefined;
}
