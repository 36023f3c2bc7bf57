import { randomUUID } from 'node:crypto';

import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Bewijs } from '#domain/detectie/toelichting.ts';

/** What a night might have found about these signalen, by number. Written by hand: what a night finds, the tests of the detection say. */
export async function schrijfVoorstel(
  db: Db,
  nummers: readonly string[],
  { dag, stilTot = dag, ...anders }: { dag: string; stilTot?: string } & Partial<Bewijs>,
): Promise<string> {
  const id = randomUUID();
  const bewijs = {
    indeling: 'knelpunttype',
    code: 'PGB',
    regios: ['NOORD'],
    dagen: 28,
    aantal: nummers.length,
    verwacht: 1.4,
    kans: 0.0001,
    ...anders,
  };
  await rows(
    db,
    sql`insert into patroonvoorstel (id, dag, blik, indeling, code, regios, dagen, aantal, verwacht, kans, verloop, signalen, tot_en_met, gevonden_op)
        select ${id}::uuid, ${dag}::date, 'cel', n.indeling, n.code, n.regios, n.dagen, n.aantal, n.verwacht, n.kans,
               array[0, 1, 0, ${nummers.length}::int], (select coalesce(array_agg(s.id), '{}') from signaal s where s.nummer = any(${nummers}::text[])),
               ${stilTot}::date, ${dag}::date + time '03:30'
          from jsonb_to_record(${jsonb(bewijs)}) as n (indeling text, code text, regios text[], dagen int, aantal int, verwacht float8, kans float8)`,
  );
  return id;
}
