import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';

import { Client as Pg } from 'pg';

import { migrate } from '#db/migrate.ts';
import { rows, sql } from '#db/sql.ts';
import { freePort } from '#platform/ports.ts';
import { provideLogins } from '#platform/postgres-roles.ts';
import { startPostgres } from '#platform/postgres.ts';

import { type Client, nieuwSignaal, startApp } from '../test/support/app.ts';
import { Bezoeker } from '../test/support/bezoeker.ts';
import { knowOwner } from '../test/support/postgres.ts';
import { kleinProefjaar } from '../test/support/proefjaar.ts';
import { median, spreiding } from './cijfers.ts';

/**
 * What the log costs one reader who waits for each answer: the same requests with and without its line, by turns in one process, on a
 * PostgreSQL that waits for its disk. Without: nothing is inserted; the answer goes through the same hands. An act has its line in its own
 * transaction, so in both: what it shows is chance. Pairs in a round as argument.
 */
const PAREN = Number(process.argv[2] ?? 400);
const RONDEN = 3;
const ZAKEN = 500;
const WARM = 50;

const dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-bench-log-'));
const postgres = await startPostgres({
  dir: path.join(dir, 'data'),
  port: await freePort(),
  password: randomBytes(12).toString('hex'),
  logFile: path.join(dir, 'postgres.log'),
});
try {
  const database = await maakDatabase();
  const [met, zonder] = [await startApp({ database }), await startApp({ database, noteer: () => Promise.resolve() })];
  try {
    await kleinProefjaar(met.database, ZAKEN);
    await rows(met.db(), sql`analyze`);
    console.log(
      `  ${PAREN} pairs in each of ${RONDEN} rounds, one request at a time; ms with and without, median of the pairs`,
    );
    await meetAlles(met, zonder);
  } finally {
    await met.stop();
    await zonder.stop();
  }
} finally {
  await postgres.stop();
  await rm(dir, { recursive: true, force: true });
}

async function maakDatabase(): Promise<string> {
  const pg = new Pg({ connectionString: postgres.url() });
  await pg.connect();
  await pg.query('create database signaalpunt');
  await pg.end();
  const logins = await provideLogins(postgres.url('signaalpunt'));
  knowOwner(logins);
  await migrate(logins.databaseUrl, { ownerUrl: logins.databaseOwnerUrl, reizen: true, demo: true });
  return logins.databaseUrl;
}

/** One request, which must succeed. */
type Vraag = () => Promise<unknown>;

async function meetAlles(met: Client, zonder: Client): Promise<void> {
  const { nummer } = (
    await met.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' }))
  ).body;
  const [metVragen, zonderVragen] = [await vragenAan(met, String(nummer)), await vragenAan(zonder, String(nummer))];
  for (let ronde = 0; ronde < RONDEN; ronde += 1)
    for (const [naam, vraag] of Object.entries(metVragen)) {
      const ander = zonderVragen[naam];
      if (ander !== undefined) console.log(await meet(naam, vraag, ander));
    }
}

async function vragenAan(app: Client, nummer: string): Promise<Record<string, Vraag>> {
  const wie = app.as('landelijk');
  const browser = new Bezoeker(app.url);
  await browser.logIn('landelijk');
  const gelukt = (vraag: () => Promise<{ status: number }>) => async () => {
    const { status } = await vraag();
    if (status >= 300) throw new Error(`${status} for ${vraag.toString()}`);
  };
  return {
    'API: a list of 25': gelukt(() => wie.get('/signalen?limiet=25')),
    'API: one signaal': gelukt(() => wie.get(`/signalen/${nummer}`)),
    'page: a list': gelukt(() => browser.vraag('/signalen')),
    'page: one signaal': gelukt(() => browser.vraag(`/signalen/${nummer}`)),
    'an act (a filing)': gelukt(() => app.as('metgezel.noord').post('/signalen', nieuwSignaal())),
  };
}

async function meet(naam: string, met: Vraag, zonder: Vraag): Promise<string> {
  for (let keer = 0; keer < WARM; keer += 1) {
    await met();
    await zonder();
  }
  const [metDuren, zonderDuren]: [number[], number[]] = [[], []];
  for (let paar = 0; paar < PAREN; paar += 1) {
    // Who goes first takes turns too.
    const eerst = paar % 2 === 0;
    if (!eerst) zonderDuren.push(await duurVan(zonder));
    metDuren.push(await duurVan(met));
    if (eerst) zonderDuren.push(await duurVan(zonder));
  }
  const [m, z] = [spreiding(metDuren), spreiding(zonderDuren)];
  const paren = median(metDuren.map((duur, i) => duur / (zonderDuren[i] ?? Number.NaN)));
  return [
    `  ${naam.padEnd(20)}`,
    `${m.p50.toFixed(1).padStart(6)} and ${z.p50.toFixed(1).padStart(5)}`,
    `${(m.p50 / z.p50).toFixed(2).padStart(6)} × (pairs ${paren.toFixed(2)} ×)`,
    `  load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ].join(' ');
}

async function duurVan(vraag: Vraag): Promise<number> {
  const begin = performance.now();
  await vraag();
  return performance.now() - begin;
}
