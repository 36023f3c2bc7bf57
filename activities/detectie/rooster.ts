import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';

import type { Database } from '#db/database.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { alsTijdstip } from '#domain/tijd/amsterdam.ts';
import { TASK_QUEUE } from '#workflows/messages.ts';

import { ALS, zoekPatronen } from './zoeken.ts';

/** What happens by the Schedule. */
export interface Nachtwerk {
  readonly zoekPatronen: () => Promise<number>;
}

export function createNachtwerk(database: Database): Nachtwerk {
  return {
    zoekPatronen: async () => {
      const kalender = await leesKalender(database.voor(ALS));
      return zoekPatronen(database, kalender, alsTijdstip(Date.now()));
    },
  };
}

const SCHEDULE_ID = 'zoek-patronen';

/** Every night at half past three in Amsterdam, never two at once; a night that was missed is made up for within six hours. */
const ROOSTER = {
  spec: { calendars: [{ hour: 3, minute: 30 }], timezone: 'Europe/Amsterdam' },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '6 hours' },
  action: {
    type: 'startWorkflow',
    workflowType: 'zoekPatronen',
    workflowId: SCHEDULE_ID,
    taskQueue: TASK_QUEUE,
    args: [],
  },
} satisfies Omit<ScheduleOptions, 'scheduleId'>;

/** Sees to it that Temporal has the Schedule as it is here; also after Temporal was lost. */
export async function legRoosterVast(client: Client): Promise<void> {
  try {
    await client.schedule.create({ scheduleId: SCHEDULE_ID, ...ROOSTER });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(SCHEDULE_ID).update(({ state }) => ({ ...ROOSTER, state }));
  }
}
