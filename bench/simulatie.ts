import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import { createBeleid } from '#activities/beleid.ts';
import { GRENS } from '#activities/beleid/simuleren.ts';
import { number } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Beleidsinhoud, TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';

import { startApp } from '../test/support/app.ts';
import { leefZomaar } from '../test/support/leven.ts';
import { stopTestPostgres } from '../test/support/postgres.ts';
import { schrijfLevens } from '../test/support/schrijf-levens.ts';
import { spreiding } from './cijfers.ts';

/** How long it takes to play a year of signalen again under another policy, each a life of its own. Another number of them as argument. */
const VEEL = Number(process.argv[2] ?? 10_000);
const PER_KEER = 500;
const KEREN = 3;
const JAAR = { van: '2027-01-01', tot: '2027-12-31' };

const { stappen, tegenhouden, ligtStil } = TERMIJNBELEID_1;
const KORTER: Beleidsinhoud = {
  tegenhouden,
  ligtStil,
  stappen: { ...stappen, oppakken: { ...stappen.oppakken, n: { normaal: 1, hoog: 1, spoed: 1 } } },
};

const app = await startApp();
try {
  for (let van = 0; van < VEEL; van += PER_KEER) {
    const zaken = Array.from({ length: Math.min(PER_KEER, VEEL - van) }, (_, nr) => leefZomaar(van + nr));
    await schrijfLevens(app.db(), zaken, van);
  }
  await rows(app.db(), sql`analyze`);
  const [telling] = await rows(app.db(), sql`select count(*)::int as aantal from gebeurtenis`, { aantal: number });
  const lengte = ((telling?.aantal ?? 0) / VEEL).toFixed(0);
  console.log(
    `  ${VEEL.toLocaleString('nl-NL')} signalen of ${lengte} gebeurtenissen; ${availableParallelism()} cores`,
  );
  console.log('  the first is from a cold start; the goal for 10,000 is 5 s on a quiet machine');
  for (let keer = 0; keer < KEREN; keer += 1) console.log(await simuleer());
  console.log(await naInspelen());
} finally {
  await app.stop();
  await stopTestPostgres();
}

async function simuleer(): Promise<string> {
  const [load = 0] = loadavg();
  const voor = process.cpuUsage();
  const begin = performance.now();
  const gesimuleerd = app
    .as('programmaleiding')
    .post('/termijnbeleid/_simuleer', { beleid: KORTER, vanDatum: JAAR.van, totEnMetDatum: JAAR.tot });
  const ernaast = await meetErnaast(gesimuleerd);
  const { status, body } = await gesimuleerd;
  const seconden = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(voor);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  const cpu = ((user + system) / 1e6).toFixed(1);
  return `  ${body.signalen.nagespeeld} played in ${seconden.toFixed(1)} s, ${cpu} s of CPU in Node; the load was ${load.toFixed(1)}; ${ernaast}`;
}

/** The first in threads that began, and played a little, when somebody opened the page of the terms. */
async function naInspelen(): Promise<string> {
  const meld = (fout: unknown): void => console.error(fout);
  const dienst = createBeleid(app.database, {
    lezing: { databaseUrl: app.databaseUrl, patient: false },
    grens: GRENS,
    meld,
  });
  try {
    const voor = performance.now();
    const ingespeeld = await dienst.bereidVoor(JAAR.tot);
    const begin = performance.now();
    const { uitslag } = await dienst.simuleer(KORTER, JAAR, 'programmaleiding');
    const [eerst, daarna] = [(begin - voor) / 1000, (performance.now() - begin) / 1000];
    return `  from the page: ${uitslag.signalen} played in ${daarna.toFixed(1)} s, after ${ingespeeld} in ${eerst.toFixed(1)} s`;
  } finally {
    await dienst.sluit();
  }
}

/** How long others wait for an answer in the meantime, ten times a second. */
async function meetErnaast(gesimuleerd: Promise<unknown>): Promise<string> {
  const duren: number[] = [];
  const klaar = gesimuleerd.then(() => true);
  while (!(await Promise.race([klaar, sleep(100, false)]))) {
    const begin = performance.now();
    await app.as('metgezel.noord').get('/ik');
    duren.push(performance.now() - begin);
  }
  const { p50, p99 } = spreiding(duren);
  return `others waited ${p50.toFixed(0)} ms, the slowest of a hundred ${p99.toFixed(0)} ms`;
}
