import { type Client, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/client';

import { boolean, number, oneOf, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, type Sql, sql } from '#db/sql.ts';
import { STROOMSOORTEN, type Stroomsoort } from '#domain/stroom/soorten.ts';
import { gewijzigd, TASK_QUEUE, VOLG_PATROON, VOLG_SIGNAAL, workflowIdVan } from '#workflows/messages.ts';
import type { volgSignaal } from '#workflows/volg-signaal.ts';

import { vraagTemporal } from './temporal.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'wekken' } as const;

export interface Wekonderdelen {
  database: Database;
  client: Client;
}

export interface Wekken {
  /** Wakes the workflow of one stream that asks for it, or starts it. Throws when Temporal is away; the row then still asks. */
  wek: (stroom: string) => Promise<void>;
  /** Wakes the workflow of one stream, or starts it, whether or not it asks. Throws as `wek` does. */
  hervat: (stroom: string) => Promise<void>;
  /** The same as `wek` for every stream that asks. Returns how many were woken; throws AggregateError when some were not. */
  wekAlles: () => Promise<number>;
}

const GELEEND_RIJ = {
  id: text,
  soort: oneOf(STROOMSOORTEN),
  wek_versie: number,
};

type Geleend = Row<typeof GELEEND_RIJ>;

/** How many streams are leased at a time, and woken side by side. */
const BATCH = 16;

/** The one way in which a workflow is started or told that something changed: filing, acts, repair and rebuild all come here. */
export function createWekken({ database, client }: Wekonderdelen): Wekken {
  async function wek(stroom: string): Promise<void> {
    await Promise.all((await leen(database, stroom)).map(wekGeleend));
  }

  async function wekGeleend({ id, soort, wek_versie: versie }: Geleend): Promise<void> {
    try {
      await startOfMeld(client, id, soort);
    } catch (error) {
      await geefTerug(database, id);
      throw error;
    }
    // Changed meanwhile: the workflow may have read before that, so it is told once more.
    if (await isNogNodig(database, id, versie)) await wek(id);
  }

  async function wekAlles(): Promise<number> {
    for (let gewekt = 0; ;) {
      const geleend = await leenVolgende(database);
      const uitslag = await Promise.allSettled(geleend.map(wekGeleend));
      const fouten = uitslag.filter((een) => een.status === 'rejected').map(({ reason }) => reason as unknown);
      gewekt += geleend.length - fouten.length;
      // What failed was given back, and would be leased again at once, for ever.
      if (fouten.length > 0) throw new AggregateError(fouten, `${fouten.length} workflows were not woken`);
      if (geleend.length < BATCH) return gewekt;
    }
  }

  return { wek, hervat: (stroom) => roep(database, sql`id = ${stroom}`).then(() => wek(stroom)), wekAlles };
}

/** Has the streams `waar` ask to be woken. Returns how many there are. */
export async function roep(database: Database, waar: Sql): Promise<number> {
  const geroepen = await rows(
    database.voor(ALS),
    sql`update stroom
           set wek_nodig = true, wek_versie = wek_versie + 1, wek_sinds = coalesce(wek_sinds, clock_timestamp())
         where ${waar} returning id`,
  );
  return geroepen.length;
}

/** The workflow that follows each kind of stream. */
const WORKFLOWS: Readonly<Record<Stroomsoort, string>> = { signaal: VOLG_SIGNAAL, patroon: VOLG_PATROON };

async function startOfMeld(client: Client, id: string, soort: Stroomsoort): Promise<void> {
  await vraagTemporal(client, () =>
    client.workflow.signalWithStart<typeof volgSignaal>(WORKFLOWS[soort], {
      workflowId: workflowIdVan(id),
      taskQueue: TASK_QUEUE,
      args: [{ id }],
      signal: gewijzigd,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    }),
  );
}

/** A lease that ends later than any that begins now is of before the clock was put back; to be told twice does no harm. */
const VRIJ = sql`wek_nodig and (wek_lease_tot is null or wek_lease_tot not between clock_timestamp() and clock_timestamp() + interval '61 seconds')`;
const LEEN = sql`update stroom set wek_lease_tot = clock_timestamp() + interval '60 seconds'`;

function leen(database: Database, id: string): Promise<Geleend[]> {
  return rows(
    database.voor(ALS),
    sql`${LEEN} where id = ${id} and ${VRIJ} returning id, soort, wek_versie`,
    GELEEND_RIJ,
  );
}

function leenVolgende(database: Database): Promise<Geleend[]> {
  return rows(
    database.voor(ALS),
    sql`${LEEN}
         where id in (select id from stroom where ${VRIJ} order by wek_sinds limit ${BATCH} for update skip locked)
     returning id, soort, wek_versie`,
    GELEEND_RIJ,
  );
}

async function isNogNodig(database: Database, id: string, versie: number): Promise<boolean> {
  const [rij] = await rows(
    database.voor(ALS),
    sql`update stroom
           set wek_nodig = wek_versie <> ${versie},
               wek_sinds = case when wek_versie <> ${versie} then wek_sinds end,
               wek_lease_tot = null
         where id = ${id} returning wek_nodig`,
    { wek_nodig: boolean },
  );
  return rij?.wek_nodig === true;
}

async function geefTerug(database: Database, id: string): Promise<void> {
  await rows(database.voor(ALS), sql`update stroom set wek_lease_tot = null where id = ${id}`);
}
