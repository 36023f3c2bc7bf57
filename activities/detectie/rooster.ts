import { type Client, ScheduleAlreadyRunning, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';

import type { Database } from '#db/database.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { alsTijdstip } from '#domain/tijd/amsterdam.ts';
import { TASK_QUEUE } from '#workflows/messages.ts';

import { vraagOfLessenWerken } from '../lessen/vragen.ts';
import type { Afzender } from '../post/brief.ts';
import { createRapporten } from '../rapporten/rapporten.ts';
import { vergeetVerlopenVerhalen } from '../rapporten/vignetten.ts';
import { ruimVerlopenOp } from '../wissen/opruimen.ts';
import { stelWissenVoor } from '../wissen/voorstellen.ts';
import { ALS, zoekPatronen } from './zoeken.ts';

/** What happens by a Schedule. */
export interface Nachtwerk {
  readonly zoekPatronen: () => Promise<number>;
  readonly stelWissenVoor: () => Promise<number>;
  readonly maakRapport: () => Promise<boolean>;
  readonly vraagLessen: () => Promise<number>;
}

export function createNachtwerk(database: Database, afzender: Afzender): Nachtwerk {
  return {
    zoekPatronen: async () => {
      const kalender = await leesKalender(database.voor(ALS));
      return zoekPatronen(database, kalender, alsTijdstip(Date.now()));
    },
    stelWissenVoor: async () => {
      await ruimVerlopenOp(database);
      await vergeetVerlopenVerhalen(database);
      return stelWissenVoor(database);
    },
    maakRapport: () => createRapporten(database).maakHalfjaarlijks(alsTijdstip(Date.now())),
    vraagLessen: () => vraagOfLessenWerken(database, afzender, alsTijdstip(Date.now())),
  };
}

/** When each of them is done, in Amsterdam; what is done of a half year, in the month after it. */
const NACHTEN = [
  { werk: 'zoek-patronen', workflowType: 'zoekPatronen', hour: 3 },
  { werk: 'stel-wissen-voor', workflowType: 'stelWissenVoor', hour: 4 },
  { werk: 'maak-rapport', workflowType: 'maakRapport', hour: 5, month: ['JANUARY', 'JULY'] },
  // Its letters come when people begin to work.
  { werk: 'vraag-lessen', workflowType: 'vraagLessen', hour: 8 },
] as const satisfies Nacht[];

interface Nacht {
  werk: string;
  workflowType: string;
  hour: number;
  month?: ('JANUARY' | 'JULY')[];
}

/** Every night at half past the hour, never two of a kind at once; a night that was missed is made up for within six hours. */
function roosterVan({ werk, workflowType, hour, month }: Nacht) {
  return {
    spec: { calendars: [{ hour, minute: 30, ...(month !== undefined && { month }) }], timezone: 'Europe/Amsterdam' },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '6 hours' },
    action: { type: 'startWorkflow', workflowType, workflowId: werk, taskQueue: TASK_QUEUE, args: [] },
  } satisfies Omit<ScheduleOptions, 'scheduleId'>;
}

/** Sees to it that Temporal has the Schedules as they are here; also after Temporal was lost. */
export async function legRoosterVast(client: Client): Promise<void> {
  for (const nacht of NACHTEN) {
    const rooster = roosterVan(nacht);
    try {
      await client.schedule.create({ scheduleId: nacht.werk, ...rooster });
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      await client.schedule.getHandle(nacht.werk).update(({ state }) => ({ ...rooster, state }));
    }
  }
}
