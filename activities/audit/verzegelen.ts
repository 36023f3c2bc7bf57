import { setTimeout as sleep } from 'node:timers/promises';

import { boolean, instant, number, orNull, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { createVerzegeling, type GetekendZegel, tekstVan } from '#domain/audit/keten.ts';
import { hexHash } from '#platform/hash.ts';
import type { Signer } from '#platform/signing.ts';

import { bewaardeRegels, bewaardeZegels, zegelVoor } from './bewaard.ts';
import { zegelvensters } from './vensters.ts';
import type { Zegelmap } from './zegelmap.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'verzegelen' } as const;

export interface Zegelonderdelen {
  database: Database;
  ondertekenaar: Signer;
  zegelmap: Zegelmap;
  /** Between two looks at who still writes. */
  pauze?: () => Promise<unknown>;
}

const PAUZE_MS = 50;
/** Longer than any transaction of ours may last. */
const GEDULD = 400;

/**
 * Seals the lines that no seal is about yet, and writes the seals that stand nowhere else outside the database. Processes do so one at a
 * time. Returns the new seal; null when there was nothing to seal, or another process is at it. Throws when somebody who writes lines
 * does not end.
 */
export async function verzegel({
  database,
  ondertekenaar,
  zegelmap,
  pauze,
}: Zegelonderdelen): Promise<GetekendZegel | null> {
  const zegel = await database.inTransaction(ALS, async (db) => {
    if (!(await isAanDeBeurt(db))) return null;
    const vorige = await zegelVoor(db);
    const { tot, op } = await laatsteRegel(db);
    if (tot === null || tot <= (vorige?.tot ?? 0)) return null;
    await wachtOpSchrijvers(db, pauze ?? (() => sleep(PAUZE_MS)));
    const verzegeling = createVerzegeling(vorige, op, hexHash);
    for await (const regel of bewaardeRegels(db, vorige, tot)) verzegeling.regel(regel);
    const nieuw = verzegeling.klaar();
    if (nieuw === null) return null;
    const getekend = { ...nieuw, sleutel: ondertekenaar.keyId, handtekening: ondertekenaar.sign(tekstVan(nieuw)) };
    await bewaar(db, getekend);
    return getekend;
  });
  await database.inTransaction(ALS, async (db) => {
    if (!(await isAanDeBeurt(db))) return;
    const laatste = (await zegelmap.dagen()).at(-1) ?? null;
    for await (const { van, tot } of zegelvensters(db, zegelmap, laatste))
      await zegelmap.vulAan(await bewaardeZegels(db, van, tot));
  });
  return zegel;
}

/** Until the transaction ends nobody else seals, or takes lines away. False when somebody is at it: a minute later comes the next round. */
async function isAanDeBeurt(db: Db): Promise<boolean> {
  const [rij] = await rows(db, sql`select pg_try_advisory_xact_lock(${SLOT}) as mag`, { mag: boolean });
  return rij?.mag === true;
}

/** The same for who comes once an hour: waits for whoever is at it. */
export async function wachtOpBeurt(db: Db): Promise<void> {
  await rows(db, sql`select pg_advisory_xact_lock(${SLOT})`);
}

const SLOT = sql`hashtextextended('logboek', 0)`;

async function laatsteRegel(db: Db) {
  const [rij] = await rows(db, sql`select max(nr)::float8 as tot, tijdstip(clock_timestamp()) as op from logregel`, {
    tot: orNull(number),
    op: instant,
  });
  if (rij === undefined) throw new Error('No answer');
  return rij;
}

/**
 * A line gets its number before its transaction ends, so one with a number below the last may still come. Whoever has such a number held
 * a lock on the table when the last was read; once those have let go, all that comes has a higher one. Nobody waits for this.
 */
async function wachtOpSchrijvers(db: Db, pauze: () => Promise<unknown>): Promise<void> {
  let bezig = await schrijvers(db);
  for (let keer = 0; bezig.length > 0; keer += 1) {
    if (keer === GEDULD) throw new Error(`${bezig.length} transactions that write lines do not end`);
    await pauze();
    const nog = new Set(await schrijvers(db));
    bezig = bezig.filter((wie) => nog.has(wie));
  }
}

/** The transactions that hold a lock of who adds lines. */
async function schrijvers(db: Db): Promise<string[]> {
  const gevonden = await rows(
    db,
    sql`select distinct virtualtransaction as wie from pg_locks
         where relation = 'logregel'::regclass and mode = 'RowExclusiveLock' and pid is distinct from pg_backend_pid()`,
    { wie: text },
  );
  return gevonden.map(({ wie }) => wie);
}

async function bewaar(
  db: Db,
  { nummer, dag, tot, aantal, hash, op, sleutel, handtekening }: GetekendZegel,
): Promise<void> {
  await rows(
    db,
    sql`insert into logzegel (nummer, dag, tot, aantal, hash, op, sleutel, handtekening)
        values (${nummer}, ${dag}::date, ${tot}, ${aantal}, decode(${hash}, 'hex'), ${op}::timestamptz, ${sleutel}, decode(${handtekening}, 'hex'))`,
  );
}
