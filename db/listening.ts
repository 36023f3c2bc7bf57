import { setTimeout as sleep } from 'node:timers/promises';

import { keepRunning } from '#platform/keep-running.ts';

import { connectionSettings } from './connections.ts';
import { PreparingClient } from './preparing-client.ts';

/** What one process hears of PostgreSQL, by the name of the channel. */
export interface Hears {
  signaal_gewijzigd: (stroom: string) => void;
  /** The hash of its id, in hexadecimals. */
  sessie_beeindigd: (hash: string) => void;
}

/** How often we ask whether the connection still lives, in milliseconds: it is silent for as long as nothing happens. */
const ALIVE_MS = 10_000;

/**
 * Listens with one connection of its own, and with a new one when that is gone. `began`: from now on everything is heard, and what
 * happened before may have been missed. Ends with `signal`.
 */
export async function listen(
  connectionString: string,
  { hears, began }: { hears: Hears; began: () => void },
  opties: Parameters<typeof keepRunning>[1],
): Promise<void> {
  await keepRunning({ name: 'listening', run: (signal) => once(connectionString, hears, began, signal) }, opties);
}

async function once(connectionString: string, hears: Hears, began: () => void, signal: AbortSignal): Promise<void> {
  const client = new PreparingClient({ ...connectionSettings(), connectionString });
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => undefined);
  client.on('error', reject);
  client.on('end', () => reject(new Error('PostgreSQL closed the connection that listens')));
  client.on('notification', ({ channel, payload = '' }) => {
    if (Object.hasOwn(hears, channel)) hears[channel as keyof Hears](payload);
  });
  try {
    await client.connect();
    for (const channel of Object.keys(hears)) await client.query(`listen ${channel}`);
    began();
    while (!signal.aborted) {
      await Promise.race([broken, sleep(ALIVE_MS, undefined, { signal }).catch(() => undefined)]);
      if (!signal.aborted) await client.query('select 1');
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}
