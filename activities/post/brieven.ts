import { type Db, jsonb, rows, type Sql, sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Afzender, Brief } from './brief.ts';
import { alsHtml, alsTekst } from './opmaak.tsx';

/**
 * Lays a mail to an address ready and pokes the worker. Once for the same `sleutel`. `op` becomes its date. To be called in a
 * transaction: it waits for the post that is being made for this address, and comes after it.
 */
export async function legKlaar(
  db: Db,
  { from }: Afzender,
  { adres, brief, sleutel, op }: { adres: string; brief: Brief; sleutel: string; op: Tijdstip },
): Promise<void> {
  const domein = /@([^\s>]+)/.exec(from)?.[1] ?? 'signaalpunt.invalid';
  await rows(db, sql`select pg_advisory_xact_lock(${postslot(adres)})`);
  await rows(
    db,
    sql`with klaar as (
          insert into zending (adres, soort, onderwerp, inhoud, html, message_id, op)
          values (lower(${adres}), 'direct', ${brief.onderwerp}, ${alsTekst(brief)}, ${alsHtml(brief)}, ${`<${sleutel}@${domein}>`}, ${op})
          on conflict (message_id) do nothing returning 1)
        select graphile_worker.add_job('post', ${jsonb({})}::json) from klaar`,
  );
}

/** Locked by whoever makes post for an address. */
export function postslot(adres: string): Sql {
  return sql`hashtextextended(${`post ${adres.toLowerCase()}`}, 0)`;
}

/** A code that still waits goes after the questions that were there before it was asked. */
export async function zetCodesAchteraan(db: Db, adres: string): Promise<void> {
  await rows(
    db,
    sql`update zending set id = uuidv7()
         where adres = lower(${adres}) and message_id like '<code-%' and status = 'wacht' and pogingen = 0`,
  );
}
