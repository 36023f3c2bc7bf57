import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Client } from 'pg';

import { PgProxy } from './pg-proxy.ts';
import { superuserUrl } from './postgres.ts';

/** What falls: the process that works, PostgreSQL as a whole, or PostgreSQL for three seconds, without a word. */
export const VALLEN = ['het proces', 'PostgreSQL', 'PostgreSQL even'] as const;
export type Val = (typeof VALLEN)[number];

/** At which message to PostgreSQL, and whether that still arrives. */
export interface Moment {
  val: Val;
  bericht: number;
  komtAan: boolean;
}

const STIL_MS = 3_000;

/** Runs a piece of `omvallend-werk.ts` in a process of its own, which falls at that moment. Returns how it ended and how many messages it sent. */
export async function laatVallen(
  databaseUrl: string,
  [werk, ...woorden]: readonly [string, ...string[]],
  moment: Moment | null = null,
): Promise<{ hoe: 'af' | 'mislukt' | 'omgevallen'; berichten: number }> {
  await using proxy = await PgProxy.open(databaseUrl);
  const bestand = fileURLToPath(new URL('omvallend-werk.ts', import.meta.url));
  const proces = spawn(process.execPath, ['--import', 'tsx', bestand, werk, proxy.url, ...woorden], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  if (moment !== null)
    proxy.atMessage(moment.bericht, async (stuurDoor, poort) => {
      if (moment.val === 'het proces') {
        if (moment.komtAan) stuurDoor();
        proces.kill('SIGKILL');
        return;
      }
      const achterkant = await achterkantVan(databaseUrl, poort);
      if (moment.val === 'PostgreSQL') {
        if (moment.komtAan) stuurDoor();
        // When one of its processes is killed, PostgreSQL ends all others and begins anew from its log of changes.
        process.kill(achterkant, 'SIGKILL');
        return;
      }
      process.kill(achterkant, 'SIGSTOP');
      stuurDoor();
      await sleep(STIL_MS);
      process.kill(achterkant, 'SIGCONT');
    });
  const [code, teken] = (await once(proces, 'exit')) as [number | null, string | null];
  return { hoe: teken === 'SIGKILL' ? 'omgevallen' : code === 0 ? 'af' : 'mislukt', berichten: proxy.messages };
}

/** The process of PostgreSQL that talks to this port. */
async function achterkantVan(databaseUrl: string, poort: number): Promise<number> {
  const client = new Client({ connectionString: await superuserUrl(databaseUrl) });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where client_port = $1', [
      poort,
    ]);
    const [gevonden] = rows;
    if (gevonden === undefined) throw new Error(`Nobody at port ${poort}`);
    return gevonden.pid;
  } finally {
    await client.end();
  }
}

/** Moments that are the same each time for one seed, spread over all messages, and closer together to the end: there it is written. */
export function momenten(val: Val, aantal: number, berichten: number, seed: number): Moment[] {
  let stand = seed;
  const worp = (): number => (stand = (stand * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: aantal }, (_, i) => ({
    val,
    bericht: Math.ceil(Math.sqrt((i + worp()) / aantal) * berichten),
    komtAan: worp() < 0.5,
  }));
}
