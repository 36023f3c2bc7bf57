import { setTimeout as sleep } from 'node:timers/promises';

import { text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Zaak } from './wereld.ts';

const GEDULD_MS = 30_000;

/** One notice, and the mail in which it went. */
export interface Brief {
  op: Tijdstip;
  /** The id of a user, or the address of a ketenpartner. */
  wie: string;
  /** What it is about; `code` for what opens a link, `waarneming_begin` and `_einde` for a deputy and who was away. */
  soort: string;
  messageId: string;
}

/** Every notice about a signaal that went out or still waits, by the minute in which it went. */
export async function leesPost(db: Db, { id }: Zaak): Promise<Brief[]> {
  return rows(
    db,
    sql`with brief as (
          select b.zending, coalesce(b.gebruiker, b.adres) as wie, b.soort from bericht b
           where b.stroom = ${id}::uuid and b.status not in ('vervallen', 'overgenomen')
          union all
          select z.id, z.adres, 'code' from zending z
           where z.message_id ~ '^<code-'
             and z.adres in (select unnest(array[email, escalatie_email]) from partij where stroom = ${id}::uuid
                             union all select inhoud from tekst where stroom = ${id}::uuid and veld = 'namens.email')
          union all
          select p.zending, case p.soort when 'begin' then w.waarnemer else w.afwezige end, 'waarneming_' || p.soort
            from waarnemingpost p join waarneming w on w.id = p.waarneming
            join signaal s on s.id = ${id}::uuid and w.afwezige in (select s.behandelaar union select unnest(s.behandelaars))
           where p.zending is not null)
        select coalesce(tijdstip(z.op), 'niet verstuurd') as op, b.wie, b.soort, coalesce(z.message_id, '') as "messageId"
          from brief b left join zending z on z.id = b.zending and z.status = 'verstuurd'
         order by date_trunc('minute', z.op), b.soort, b.wie`,
    { op: text, wie: text, soort: text, messageId: text },
  );
}

/** When each address first opened a link to this signaal with its code. */
export async function leesOpeningen(db: Db, { id }: Zaak): Promise<{ op: Tijdstip; adres: string }[]> {
  return rows(
    db,
    sql`select tijdstip(eerst_geopend_op) as op, adres from partnerlink where stroom = ${id}::uuid and eerst_geopend_op is not null`,
    { op: text, adres: text },
  );
}

/** Has the worker look for post once more. What deputies and people who were away get belongs to no bericht that a journey waits for. */
export async function wachtOpPost(db: Db, zaak: Zaak, soort: string): Promise<void> {
  await rows(db, sql`select from graphile_worker.por('post', '{}')`);
  const geduld = performance.now() + GEDULD_MS;
  while (!(await leesPost(db, zaak)).some((brief) => brief.soort === soort && brief.messageId !== '')) {
    if (performance.now() > geduld) throw new Error(`No mail ${soort} comes`);
    await sleep(50);
  }
}
