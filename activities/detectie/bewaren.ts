import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
import { datumIn } from '#db/queries/klok.ts';
import { type Db, jsonb, rows, rowsOfComposed, type Sql, sql } from '#db/sql.ts';
import type { Bewijs, Telindeling, Vindwijze } from '#domain/detectie/toelichting.ts';
import { stilTotEnMet } from '#domain/detectie/voorstel.ts';
import { type Datum, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';

/** What is proposed: the proof, how it went before, and which signalen it is about. */
export interface Nachtvondst extends Omit<Bewijs, 'naam'> {
  readonly blik: Vindwijze;
  readonly verloop: readonly number[];
  readonly signalen: readonly string[];
}

/** Keeps what was found when `dag` had ended. */
export async function bewaarVondsten(
  db: Db,
  vondsten: readonly Nachtvondst[],
  dag: Datum,
  nu: Tijdstip,
): Promise<void> {
  const rijen = vondsten.map((vondst) => ({ ...vondst, id: randomUUID() }));
  await rows(
    db,
    sql`insert into patroonvoorstel (id, dag, blik, indeling, code, regios, dagen, aantal, verwacht, kans, verloop, signalen, tot_en_met, gevonden_op)
        select n.id, ${dag}::date, n.blik, n.indeling, n.code, n.regios, n.dagen, n.aantal, n.verwacht, n.kans, n.verloop, n.signalen,
               ${stilTotEnMet(dag)}::date, ${nu}::timestamptz
          from jsonb_to_recordset(${jsonb(rijen)}) as n (id uuid, blik text, indeling text, code text, regios text[], dagen int,
               aantal int, verwacht float8, kans float8, verloop int[], signalen uuid[])`,
  );
}

/** By which column of a signaal each list counts. */
const MET_CODE: Readonly<Record<Telindeling, (code: string) => Sql>> = {
  knelpunttype: (code) => sql`s.knelpunttypen @> array[${code}]`,
  doelgroep: (code) => sql`s.doelgroepen @> array[${code}]`,
  ketenpartnertype: (code) => sql`exists (select from organisatie o where o.id = s.organisatie and o.type = ${code})`,
};

/** The signalen that were counted, by the dates of `telling` (activities/schrijven/telling.ts). */
export async function leesGetelde(
  db: Db,
  { indeling, code, regios, dagen }: Pick<Bewijs, 'code' | 'regios' | 'dagen'> & { indeling: Telindeling },
  dag: Datum,
): Promise<string[]> {
  const gevonden = await rowsOfComposed(
    db,
    sql`select s.id from signaal s
          join gebeurtenis b on b.stroom = s.id and b.volgnummer = 1
          cross join lateral (select ${datumIn(sql`b.op`)} as melddatum, (b.data -> 'gegevens' -> 'besluit' ->> 'datum')::date as besluit) d
         where d.melddatum between ${plusDagen(dag, 1 - dagen)}::date and ${dag}::date
           and case when d.besluit between d.melddatum - 365 and d.melddatum then d.besluit else d.melddatum end
                 between ${plusDagen(dag, 1 - dagen)}::date and ${dag}::date
           and ${code === null ? sql`true` : MET_CODE[indeling](code)}
           and ${regios.length === 0 ? sql`true` : sql`coalesce(s.regio, 'ONBEKEND') = any(${regios}::text[])`}
         order by s.id`,
    { id: text },
  );
  return gevonden.map(({ id }) => id);
}
