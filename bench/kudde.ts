import { setTimeout as sleep } from 'node:timers/promises';

import type { Client } from '@temporalio/client';

import { roep } from '#activities/waakhond/wekken.ts';
import { number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { jitterVan } from '#workflows/jitter.ts';
import { workflowIdVan } from '#workflows/messages.ts';

import { forEach, until } from './belasting.ts';
import { type Spreiding, spreiding } from './cijfers.ts';
import { komTotRust } from './indienen.ts';
import type { wacht } from './maatstaf/workflows.ts';
import { type Cpu, perOperation } from './machine.ts';
import { JOBS_SCHEMA, type Opstelling, TASK_QUEUE } from './opstelling.ts';

/** What has to be done a thousand times at one instant: a milestone, or one INSERT by a bare timer or by a job. */
export type Soort = 'signalen' | 'signalen met jitter' | 'kale workflow' | 'graphile-worker';

export interface Ronde {
  soort: Soort;
  /** ms from when the clock had to act (with jitter: the instant of each) until it was recorded. */
  lag: Spreiding;
  /** CPU milliseconds of each, by process. */
  cpu: Cpu;
}

/** One herd that is ready: every timer is set. */
interface Kudde {
  /** When the first is due; ms since 1970. */
  om: number;
  isKlaar: () => Promise<boolean>;
  /** ms from due until recorded, of each. */
  lags: () => Promise<number[]>;
}

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'reis' } as const;
const AANTAL = 1_000;
const IN_FLIGHT = 16;
/** How long before the herd its timers are set, in ms. */
const AANLOOP_MS = 25_000;
const MARGE_MS = 1_000;
const GEDULD_S = 120;
const ORDER: readonly Soort[] = [
  'signalen',
  'kale workflow',
  'graphile-worker',
  'graphile-worker',
  'kale workflow',
  'signalen',
  'signalen met jitter',
];

/** Throws when anything was recorded twice or not at all. */
export async function meetKudde(
  opstelling: Opstelling,
  tell: (line: string) => void,
  order: readonly Soort[] = ORDER,
): Promise<Ronde[]> {
  const ids = await verzamel(opstelling);
  const zetKlaar: Record<Soort, (om: number) => Promise<Kudde>> = {
    signalen: (om) => zetSignalenKlaar(opstelling, ids, { om, metJitter: false }),
    'signalen met jitter': (om) => zetSignalenKlaar(opstelling, ids, { om, metJitter: true }),
    'kale workflow': (om) => zetWorkflowsKlaar(opstelling, om),
    'graphile-worker': () => zetJobsKlaar(opstelling),
  };
  const opTijd = createVoorbereiding();
  const rondes: Ronde[] = [];
  for (const soort of order) {
    tell(`${AANTAL} at once: ${soort}`);
    const kudde = await opTijd(zetKlaar[soort]);
    await sleep(kudde.om - MARGE_MS / 2 - Date.now());
    const before = await opstelling.cpu();
    await until(`${AANTAL} ${soort} are recorded`, GEDULD_S, kudde.isKlaar, 250);
    await sleep(MARGE_MS);
    const cpu = perOperation(before, await opstelling.cpu(), AANTAL);
    const lags = await kudde.lags();
    if (lags.length !== AANTAL) throw new Error(`${soort}: ${lags.length} recorded instead of ${AANTAL}`);
    rondes.push({ soort, lag: spreiding(lags), cpu });
  }
  return rondes;
}

/** Gives the first herd that is ready well before it is due. One that is not is waited for, and the next gets twice the time. */
function createVoorbereiding(): (zetKlaar: (om: number) => Promise<Kudde>) => Promise<Kudde> {
  let aanloop = AANLOOP_MS;
  return async function opTijd(zetKlaar) {
    const kudde = await zetKlaar(Date.now() + aanloop);
    if (Date.now() < kudde.om - MARGE_MS) return kudde;
    if (aanloop > 4 * AANLOOP_MS) throw new Error(`The herd is not ready within ${aanloop / 1000} s.`);
    aanloop *= 2;
    await until('the herd that came too early is over', GEDULD_S, kudde.isKlaar, 250);
    return opTijd(zetKlaar);
  };
}

/** As many open signalen as the herd has; files those that are missing. */
async function verzamel({ database, dienIn }: Opstelling): Promise<string[]> {
  const open = await rows(
    database.voor(ALS),
    sql`select id from stroom where volgende_op is not null order by id limit ${AANTAL}`,
    { id: text },
  );
  const ids = open.map(({ id }) => id);
  await forEach(Array.from({ length: AANTAL - ids.length }), IN_FLIGHT, async () => ids.push(await dienIn()));
  return ids;
}

/**
 * Moves the own clock of each signaal, so that its workflow acts at `om`; with jitter, so that the milestone itself is due
 * at `om` and the workflow acts when its jitter is over. Each round it is the next milestone, here a reminder.
 */
async function zetSignalenKlaar(
  opstelling: Opstelling,
  ids: readonly string[],
  { om, metJitter }: { om: number; metJitter: boolean },
): Promise<Kudde> {
  const { database, pool, temporal } = opstelling;
  const db = database.voor(ALS);
  const moment = (id: string): number => (metJitter ? om + jitterVan(id) : om);
  const verschuldigd = ids.map((id) => ({ id, ms: moment(id) - jitterVan(id) }));
  await pool.query(
    `update stroom set klokverschil_ms = extract(epoch from volgende_op) * 1000 - ms
       from jsonb_to_recordset($1::jsonb) as v (id uuid, ms float8) where v.id = stroom.id`,
    [JSON.stringify(verschuldigd)],
  );
  await roep(database, sql`id = any(${ids}::uuid[])`);
  await komTotRust(opstelling);
  await slapen(temporal, ids.map(workflowIdVan));
  return {
    om,
    isKlaar: async () => {
      const [wachtend] = await rows(
        db,
        sql`select id from stroom
             where volgende_op < clock_timestamp() + klokverschil_ms * interval '1 ms' + interval '1 hour' limit 1`,
      );
      return wachtend === undefined;
    },
    lags: async () => {
      // An hour early is still this round: a timer may fire a few milliseconds before, the round before was days ago.
      const gedaan = await rows(
        db,
        sql`select id, extract(epoch from op)::float8 * 1000 - klokverschil_ms::float8 as op
              from stroom join (select stroom, bron, min(op) as op from gebeurtenis group by stroom, bron) g on stroom = id
             where id = any(${ids}::uuid[]) and op > to_timestamp((${om}::float8 + klokverschil_ms) / 1000) - interval '1 hour'`,
        { id: text, op: number },
      );
      return gedaan.map(({ id, op }) => op - moment(id));
    },
  };
}

async function zetWorkflowsKlaar({ kaal, pool }: Opstelling, om: number): Promise<Kudde> {
  const ids = Array.from({ length: AANTAL }, (_, i) => `wacht-${om}-${i}`);
  await forEach(ids, IN_FLIGHT, (workflowId) =>
    kaal.workflow.start<typeof wacht>('wacht', { taskQueue: TASK_QUEUE, workflowId, args: [om] }),
  );
  await slapen(kaal, ids);
  return inserts(pool, om);
}

async function zetJobsKlaar({ pool }: Opstelling): Promise<Kudde> {
  const om = Date.now() + 3 * MARGE_MS;
  await pool.query(
    `select ${JOBS_SCHEMA}.add_job('noteer', json_build_array($1::float8, n::text), run_at := to_timestamp($1::float8 / 1000))
       from generate_series(1, $2::int) n`,
    [om, AANTAL],
  );
  return inserts(pool, om);
}

function inserts(pool: Opstelling['pool'], om: number): Kudde {
  const lags = async (): Promise<number[]> => {
    const gedaan = await pool.query<{ op: number }>(
      'select extract(epoch from op)::float8 * 1000 as op from maatstaf.gedaan where om = $1',
      [om],
    );
    return gedaan.rows.map(({ op }) => op - om);
  };
  return { om, lags, isKlaar: async () => (await lags()).length === AANTAL };
}

/** Waits until none of these workflows has anything to do before its timer. */
async function slapen(client: Client, ids: readonly string[]): Promise<void> {
  await forEach(ids, IN_FLIGHT, (id) =>
    until(`${id} sleeps`, GEDULD_S, async () => {
      const { raw } = await client.workflow.getHandle(id).describe();
      return raw.pendingWorkflowTask == null;
    }),
  );
}
