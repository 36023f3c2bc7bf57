import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

import { bewaardeRegels } from '#activities/audit/bewaard.ts';
import { createVerzegeling, type GetekendZegel, tekstVan } from '#domain/audit/keten.ts';
import { alsTijdstip, datumVan, msVan, opUur, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { hexHash } from '#platform/hash.ts';

import { stopTestPostgres } from '../test/support/postgres.ts';
import { Zegelkamer } from '../test/support/zegelkamer.ts';

/**
 * What `npm run audit:verify` takes of time and memory over a log of so many lines, under so many seals, of so many days; its arguments. A
 * year of a seal each minute is 525,600 seals.
 */
const [REGELS = 1_000_000, ZEGELS = 44_640, DAGEN = 31] = process.argv.slice(2).map(Number);
const PER_KEER = 5_000;

const kamer = await Zegelkamer.open();
try {
  await kamer.schrijf(REGELS);
  await kamer.beheerder.query('vacuum analyze logregel');
  await verzegelAlles();
  await kamer.beheerder.query('vacuum analyze logzegel');
  console.log(
    `  ${getal(REGELS)} lines under ${getal(ZEGELS)} seals of ${DAGEN} days, load ${loadavg()[0]?.toFixed(1)}`,
  );
  await controleer();
} finally {
  await kamer.sluit();
  await stopTestPostgres();
}

/** As the worker would have done, minute after minute. */
async function verzegelAlles(): Promise<void> {
  const db = kamer.context.database.voor({ rol: 'dienst', dienst: 'verzegelen' });
  const perZegel = REGELS / ZEGELS;
  const begin = msVan(opUur(plusDagen(datumVan(new Date().toISOString()), -DAGEN), 1));
  const elke = (DAGEN * 86_400_000) / ZEGELS;
  const moment = (nummer: number): Tijdstip => alsTijdstip(begin + Math.floor((nummer - 1) * elke));
  let klaar: GetekendZegel[] = [];
  let vorige: GetekendZegel | null = null;
  let verzegeling = createVerzegeling(null, moment(1), hexHash);
  for await (const regel of bewaardeRegels(db, null, REGELS)) {
    verzegeling.regel(regel);
    if (regel.nr < Math.round(((vorige?.nummer ?? 0) + 1) * perZegel)) continue;
    const nieuw = verzegeling.klaar();
    if (nieuw === null) continue;
    const { keyId, sign } = kamer.ondertekenaar;
    vorige = { ...nieuw, sleutel: keyId, handtekening: sign(tekstVan(nieuw)) };
    klaar.push(vorige);
    verzegeling = createVerzegeling(vorige, moment(vorige.nummer + 1), hexHash);
    if (klaar.length < PER_KEER && regel.nr < REGELS) continue;
    await bewaar(klaar);
    klaar = [];
  }
}

async function bewaar(zegels: readonly GetekendZegel[]): Promise<void> {
  await kamer.beheerder.query(
    `insert into logzegel select r.nummer, r.dag, r.tot, r.aantal, decode(r.hash, 'hex'), r.op, r.sleutel, decode(r.handtekening, 'hex')
       from jsonb_to_recordset($1) as r
       (nummer int, dag date, tot bigint, aantal int, hash text, op timestamptz, sleutel text, handtekening text)`,
    [JSON.stringify(zegels)],
  );
  for (const ervan of Map.groupBy(zegels, ({ dag }) => dag).values()) await kamer.zegelmap.vulAan(ervan);
}

/** The command itself, in a process of its own; Linux keeps how much of the memory it had at most. */
async function controleer(): Promise<void> {
  const begin = performance.now();
  const proces = spawn(process.execPath, ['--import', 'tsx', 'activities/audit/main.ts'], {
    stdio: 'inherit',
    env: { PATH: process.env['PATH'], DATA_DIR: kamer.dir, DATABASE_URL: kamer.url },
  });
  let isAf = false;
  const einde = once(proces, 'exit').finally(() => (isAf = true));
  let piek = 0;
  while (!isAf) {
    const stand = await readFile(`/proc/${proces.pid}/status`, 'utf8').catch(() => '');
    piek = Math.max(piek, Number(/VmHWM:\s+(\d+) kB/.exec(stand)?.[1] ?? 0));
    await sleep(100);
  }
  const [code] = (await einde) as [number | null];
  const seconden = (performance.now() - begin) / 1000;
  console.log(`  ended with ${code} after ${seconden.toFixed(1)} s, at most ${Math.round(piek / 1024)} MB`);
}

function getal(n: number): string {
  return n.toLocaleString('en');
}
