import { instant, json, oneOf, text } from '#db/columns.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Werkweek } from '#domain/post/werktijden.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';

import { nietVoor } from '../schrijven/niet-voor.ts';

/** What waits for somebody keeps to the new week. */
export async function herplan(db: Db, gebruiker: string, week: Werkweek): Promise<void> {
  const wachtend = await rows(
    db,
    sql`select b.id, b.bundel, tijdstip(b.op) as op, s.staat -> 'kalender' as kalender
          from bericht b join stroom s on s.id = b.stroom where b.gebruiker = ${gebruiker} and b.status = 'wacht'`,
    { id: text, bundel: oneOf(['direct', 'dag']), op: instant, kalender: json<Kalender>() },
  );
  const nieuw = wachtend.map(({ id, bundel, op, kalender }) => ({
    id,
    niet_voor: nietVoor(bundel, op, kalender, week),
  }));
  await rows(
    db,
    sql`update bericht b set niet_voor = n.niet_voor
          from jsonb_to_recordset(${jsonb(nieuw)}) as n (id uuid, niet_voor timestamptz)
         where b.id = n.id and b.status = 'wacht'`,
  );
}
