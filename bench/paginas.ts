import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';

import express from 'express';
import { Client as Pg } from 'pg';

import { number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';

import { type Client, startApp } from '../test/support/app.ts';
import { Bezoeker } from '../test/support/bezoeker.ts';
import { stopTestPostgres, superuserUrl } from '../test/support/postgres.ts';
import { kleinProefjaar } from '../test/support/proefjaar.ts';
import { renderduren } from './render.tsx';

/** What pages weigh and how fast they come, with as many signalen as the programme has in ten years. React runs as in production (`NODE_ENV`). */
const VEEL = 100_000;
const GELEEFD = 500;
const KEREN = 100;

const app = await startApp();
try {
  await kleinProefjaar(app.database, GELEEFD);
  await vermenigvuldig(app);
  const nummer = await drukste(app);
  const vast = await gewichtVanVast(app.url);
  const kaal = await kaleServer();
  const bezoekers = new Map<string, Bezoeker>();
  console.log(
    `  ${VEEL.toLocaleString('nl-NL')} signalen; ${KEREN} requests one after another; style, script, font and mark weigh ${kb(vast)}`,
  );
  console.log('  page                                        first  later    p50    p95    p99  × bare Express');
  for (const [wie, adres] of [
    ['metgezel.noord', '/'],
    ['metgezel.noord', '/melden'],
    ['metgezel.noord', '/signalen'],
    ['coordinator.noord', '/signalen'],
    ['coordinator.noord', '/signalen?teLaat=ja'],
    ['landelijk', '/signalen'],
    ['metgezel.noord', '/signalen?zoek=zeldzaam77'],
    ['coordinator.noord', '/signalen?zoek=zeldzaam77'],
    ['coordinator.noord', '/signalen?zoek=gemeente'],
    ['landelijk', '/signalen?zoek=gemeente'],
    ['landelijk', `/signalen/${nummer}`],
    ['landelijk', `/signalen/${nummer}/notitie`],
    ['coordinator.noord', '/vandaag'],
    ['landelijk', '/vandaag'],
    ['coordinator.noord', '/cijfers'],
    ['landelijk', '/cijfers'],
  ] as const) {
    const bezoeker = bezoekers.get(wie) ?? new Bezoeker(app.url);
    if (!bezoekers.has(wie)) await bezoeker.logIn(wie);
    bezoekers.set(wie, bezoeker);
    console.log(await regel(bezoeker, wie, adres, { vast, kaal: kaal.url }));
  }
  const duren = await renderduren(app, 'coordinator.noord', KEREN);
  const [p50 = 0, p95 = 0, p99 = 0] = [50, 95, 99].map((p) => deel(duren, p));
  console.log(`  the HTML of a list of fifty: p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}`);
  await kaal.stop();
} finally {
  await app.stop();
  await stopTestPostgres();
}

async function regel(
  bezoeker: Bezoeker,
  wie: string,
  adres: string,
  { vast, kaal }: { vast: number; kaal: string },
): Promise<string> {
  const { tekst, status } = await bezoeker.volg(adres);
  if (status !== 200) throw new Error(`${adres} answers ${status}`);
  const html = brotliCompressSync(tekst).length;
  const duren: number[] = [];
  const kaleDuren: number[] = [];
  // Turn by turn, so that whatever else the machine does weighs on both alike.
  for (let keer = 0; keer < KEREN; keer += 1) {
    duren.push(await duurVan(() => bezoeker.vraag(adres)));
    kaleDuren.push(await duurVan(() => fetch(kaal).then((antwoord) => antwoord.text())));
  }
  const [p50, p95, p99] = [50, 95, 99].map((p) => deel(duren, p));
  return [
    `  ${`${adres.replace(/S-\d+-\d+/, 'S-…')} (${wie})`.padEnd(42)}`,
    kb(vast + html).padStart(6),
    kb(html).padStart(6),
    ...[p50, p95, p99].map((ms = 0) => `${ms.toFixed(0)} ms`.padStart(6)),
    ((p50 ?? 0) / deel(kaleDuren, 50)).toFixed(1).padStart(8),
  ].join(' ');
}

async function duurVan(doe: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await doe();
  return performance.now() - begin;
}

function deel(reeks: readonly number[], p: number): number {
  return (
    reeks.toSorted((een, ander) => een - ander)[Math.min(reeks.length - 1, Math.floor((reeks.length * p) / 100))] ?? 0
  );
}

function ms(duur: number): string {
  return `${duur.toFixed(1)} ms`;
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** All that comes with the first page alone. */
async function gewichtVanVast(url: string): Promise<number> {
  const lees = async (adres: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(`${url}${adres}`)).arrayBuffer());
  const font = await lees('/assets/source-sans-3-latin.woff2');
  const rest = await Promise.all(['/assets/stijl.css', '/assets/levend.js', '/assets/mark.svg'].map(lees));
  return font.length + rest.reduce((som, inhoud) => som + brotliCompressSync(inhoud).length, 0);
}

/** Express with nothing behind it, that sends a page of the size of a list. */
async function kaleServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const kaal = express();
  kaal.get('/', (_req, res) => void res.type('html').send('x'.repeat(40_000)));
  const server = createServer(kaal);
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: () => new Promise((klaar) => void server.close(() => klaar())),
  };
}

/** The signaal with the longest record. */
async function drukste({ db }: Client): Promise<string> {
  const [gevonden] = await rows(
    db(),
    sql`select nummer, volgnummer from stroom where nummer not like '%-9%' order by volgnummer desc limit 1`,
    { nummer: text, volgnummer: number },
  );
  return gevonden?.nummer ?? '';
}

/** Copies of those that were lived, each a few minutes later than the one that it copies. */
async function vermenigvuldig({ databaseUrl, db }: Client): Promise<void> {
  const pg = new Pg({ connectionString: await superuserUrl(databaseUrl) });
  await pg.connect();
  try {
    await pg.query('set session_replication_role = replica');
    await pg.query(
      'create temp table kopie as select id as van, gen_random_uuid() as naar, n from stroom, generate_series(1, $1::int) as n',
      [Math.floor(VEEL / GELEEFD) - 1],
    );
    for (const tabel of ['stroom', 'signaal'])
      await pg.query(
        `insert into ${tabel} select r.* from ${tabel} v join kopie k on k.van = v.id, lateral jsonb_populate_record(v,
           jsonb_build_object('id', k.naar, 'nummer', 'S-' || 2100 + k.n || substr(v.nummer, 7)
             ${tabel === 'signaal' ? `, 'ingediend_op', v.ingediend_op - k.n * interval '3 minutes'` : `, 'wek_nodig', false`})) as r`,
      );
    await pg.query(
      `insert into tekst select r.* from tekst v join kopie k on k.van = v.stroom, lateral jsonb_populate_record(v,
         jsonb_build_object('stroom', k.naar)) as r where v.veld in ('knelpunt', 'onderwerp')`,
    );
    // A big index is made sooner than it is kept while rows are added.
    const index = await pg.query<{ maak: string }>(
      `select indexdef as maak from pg_indexes where indexname = 'zoekwoorden_woorden_index'`,
    );
    await pg.query('drop index zoekwoorden_woorden_index');
    await pg.query(
      `insert into zoekwoorden select k.naar, v.woorden || array_to_tsvector(array['zeldzaam' || k.n]) from zoekwoorden v join kopie k on k.van = v.stroom`,
    );
    await pg.query(index.rows[0]?.maak ?? '');
    // As after a night: what autovacuum does by itself, some minutes later.
    await pg.query('vacuum analyze');
  } finally {
    await pg.end();
  }
  await rows(db(), sql`select 1`);
}
