import { type Db, rows, sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Afzender, Brief } from './brief.ts';
import { postslot } from './postslot.ts';
import { legZendingKlaar } from './zending.ts';

/**
 * Lays a mail to an address ready and pokes the worker. Once for the same `sleutel`. `op` becomes its date. To be called in a
 * transaction: it waits for the post that is being made for this address, and comes after it.
 */
export async function legKlaar(
  db: Db,
  { from }: Afzender,
  { adres, brief, sleutel, op }: { adres: string; brief: Brief; sleutel: string; op: Tijdstip },
): Promise<void> {
  await rows(db, sql`select pg_advisory_xact_lock(${postslot(adres)})`);
  const zending = await legZendingKlaar(db, {
    gebruiker: null,
    adres,
    antwoordAan: null,
    soort: 'direct',
    brief,
    sleutel,
    from,
    op,
    afmelden: null,
  });
  if (zending !== null) await rows(db, sql`select graphile_worker.por('post', '{}')`);
}

/** A code that still waits goes after the questions that were there before it was asked. */
export async function zetCodesAchteraan(db: Db, adres: string): Promise<void> {
  await rows(
    db,
    sql`update zending set id = uuidv7()
         where adres = lower(${adres}) and message_id like '<code-%' and status = 'wacht' and pogingen = 0`,
  );
}
