import type { Telindeling } from '#domain/detectie/toelichting.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { date, number, text } from '../columns.ts';
import { type Db, rowsOfComposed, type Sql, sql } from '../sql.ts';

/** So many signalen of a code and a region that happened on a date and were filed on a date. */
const TELREGEL_RIJ = { voorvaldatum: date, melddatum: date, code: text, regio: text, aantal: number };

/** What is counted by: one of the lists, or all signalen together, each once. */
type Telwijze = Telindeling | 'samen';

/** Of each list the column, and which of the others is to be counted once. */
const KOLOM: Readonly<Record<Telwijze, Sql>> = {
  samen: sql`'*' as code`,
  knelpunttype: sql`t.knelpunttype as code`,
  doelgroep: sql`t.doelgroep as code`,
  ketenpartnertype: sql`t.ketenpartnertype as code`,
};
const EENMAAL: Readonly<Record<Telwijze, Sql>> = {
  samen: sql`t.knelpunttype = '*' and t.doelgroep = '*'`,
  knelpunttype: sql`t.knelpunttype <> '*' and t.doelgroep = '*'`,
  doelgroep: sql`t.knelpunttype = '*' and t.doelgroep <> '*'`,
  ketenpartnertype: sql`t.knelpunttype = '*' and t.doelgroep = '*' and t.ketenpartnertype <> 'ONBEKEND'`,
};

/** The counts by region of what happened since `vanaf`, by one list or together. */
export function leesTellingen(db: Db, indeling: Telwijze, vanaf: Datum) {
  return rowsOfComposed(
    db,
    sql`select t.voorvaldatum::text as voorvaldatum, t.melddatum::text as melddatum, ${KOLOM[indeling]}, t.regio, sum(t.aantal)::float8 as aantal
          from telling t where t.voorvaldatum >= ${vanaf}::date and ${EENMAAL[indeling]}
         group by 1, 2, 3, 4 having sum(t.aantal) > 0`,
    TELREGEL_RIJ,
  );
}
