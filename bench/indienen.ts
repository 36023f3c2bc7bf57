import { setTimeout as sleep } from 'node:timers/promises';

import type { Client } from '@temporalio/client';

import { rows, sql } from '#db/sql.ts';
import { workflowIdVan } from '#workflows/messages.ts';

import { closedLoop, openLoop, until } from './belasting.ts';
import { type Spreiding, spreiding } from './cijfers.ts';
import type { leeg } from './maatstaf/workflows.ts';
import { type Cpu, perOperation, total } from './machine.ts';
import { type Opstelling, TASK_QUEUE } from './opstelling.ts';

/** What is put in, one by one: a signaal through the API, and the least that Temporal and PostgreSQL can do. */
export type Soort = 'indienen' | 'workflow.start' | 'insert';

export interface Ronde {
  soort: Soort;
  /** ms */
  duur: Spreiding;
  perSecond: number;
  /** CPU milliseconds per operation by process, until all that follows from it is done. */
  cpu: Cpu;
}

export interface Indienen {
  /** 5 a second, at a fixed rate. */
  rustig: Ronde[];
  /** 8 in flight. */
  druk: Ronde[];
  /** ms from the planned start of the filing until its workflow has its timer, at 5 a second. */
  totSlapen: Spreiding;
}

const PER_SECOND = 5;
const IN_FLIGHT = 8;
const RUST_MS = 500;
/** Of one core, all processes together. */
const RUST_SHARE = 0.25;
/** Each once in either half, so that what drifts on the machine meets all of them alike. */
const ORDER: readonly Soort[] = ['indienen', 'workflow.start', 'insert', 'insert', 'workflow.start', 'indienen'];
const SECONDS: Readonly<Record<Soort, { rustig: number; druk: number }>> = {
  indienen: { rustig: 20, druk: 8 },
  'workflow.start': { rustig: 20, druk: 5 },
  insert: { rustig: 20, druk: 3 },
};

export async function meetIndienen(opstelling: Opstelling, tell: (line: string) => void): Promise<Indienen> {
  const ingediend: { id: string; planned: number }[] = [];
  const work: Record<Soort, (planned: number) => Promise<unknown>> = {
    indienen: async (planned) => ingediend.push({ id: await opstelling.dienIn(), planned }),
    'workflow.start': () => startLeeg(opstelling.kaal),
    insert: await insertAlsIngediend(opstelling),
  };
  const meet = async (
    soort: Soort,
    load: () => Promise<{ durations: number[]; perSecond: number }>,
  ): Promise<Ronde> => {
    const before = await opstelling.cpu();
    const { durations, perSecond } = await load();
    await komTotRust(opstelling);
    const cpu = perOperation(before, await opstelling.cpu(), durations.length);
    return { soort, duur: spreiding(durations), perSecond, cpu };
  };

  tell('warming up');
  for (const soort of ORDER.slice(0, 3)) await closedLoop({ inFlight: IN_FLIGHT, seconds: 2 }, () => work[soort](0));
  await komTotRust(opstelling);

  ingediend.length = 0;
  const rustig: Ronde[] = [];
  for (const soort of ORDER) {
    tell(`${soort}, ${PER_SECOND} per second`);
    const count = PER_SECOND * SECONDS[soort].rustig;
    rustig.push(
      await meet(soort, async () => {
        const durations = await openLoop({ perSecond: PER_SECOND, count }, work[soort]);
        return { durations, perSecond: PER_SECOND };
      }),
    );
  }
  const slapen = [];
  for (const { id, planned } of ingediend) slapen.push((await timerSince(opstelling.temporal, id)) - planned);

  const druk: Ronde[] = [];
  for (const soort of ORDER) {
    tell(`${soort}, ${IN_FLIGHT} in flight`);
    const seconds = SECONDS[soort].druk;
    druk.push(await meet(soort, () => closedLoop({ inFlight: IN_FLIGHT, seconds }, () => work[soort](0))));
  }
  return { rustig, druk, totSlapen: spreiding(slapen) };
}

/** Waits until no signaal asks to be woken any more and no process has work: what one round leaves undone, the next would pay. */
export async function komTotRust({ database, cpu }: Pick<Opstelling, 'database' | 'cpu'>): Promise<void> {
  const db = database.voor({ rol: 'dienst', dienst: 'wekken' });
  await until('every signaal is woken', 120, async () => {
    const [vrager] = await rows(db, sql`select id from stroom where wek_nodig limit 1`);
    return vrager === undefined;
  });
  let used = total(await cpu());
  await until('every process has come to rest', 120, async () => {
    await sleep(RUST_MS);
    const before = used;
    used = total(await cpu());
    return (used - before) * 1000 < RUST_MS * RUST_SHARE;
  });
}

function startLeeg(client: Client): Promise<unknown> {
  return client.workflow.start<typeof leeg>('leeg', {
    taskQueue: TASK_QUEUE,
    workflowId: `leeg-${crypto.randomUUID()}`,
  });
}

/** One row as large as that of a filed signaal, under the same indexes. */
async function insertAlsIngediend({ dienIn, pool }: Opstelling): Promise<() => Promise<unknown>> {
  const id = await dienIn();
  const { rows: gevonden } = await pool.query<{ staat: unknown }>('select staat from stroom where id = $1', [id]);
  const staat = JSON.stringify(gevonden[0]?.staat);
  return () =>
    pool.query(
      `insert into maatstaf.stroom (id, soort, nummer, staat, volgnummer, inhoudsversie, laatste_op, volgende_op, volgende_sleutel, wek_nodig, wek_sinds)
       values ($1::uuid, 'signaal', $1::uuid::text, $2, 3, 1, clock_timestamp(), clock_timestamp(), 'behandelen-1:herinnering:10', true, clock_timestamp())`,
      [crypto.randomUUID(), staat],
    );
}

/** When the workflow of a signaal got its first timer, by the clock of the server. */
async function timerSince(client: Client, id: string): Promise<number> {
  const { events } = await client.workflow.getHandle(workflowIdVan(id)).fetchHistory();
  const time = events?.find(({ timerStartedEventAttributes: timer }) => timer != null)?.eventTime;
  if (time == null) throw new Error(`The workflow of ${id} has no timer.`);
  return Number(time.seconds) * 1000 + (time.nanos ?? 0) / 1e6;
}
