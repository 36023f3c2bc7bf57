import { AFLOPEN, INGANGEN, type Logbijzonderheden, VERRICHTINGEN } from '#domain/audit/logregel.ts';
import { beginVan, type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import { instant, json, number, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rowsOfComposed, sql } from '../sql.ts';

const REGEL_RIJ = {
  nr: number,
  op: instant,
  verrichting: oneOf(VERRICHTINGEN),
  operatie: text,
  afloop: oneOf(AFLOPEN),
  signaal: orNull(text),
  ingang: oneOf(INGANGEN),
  spoor: text,
  bijzonderheden: json<Logbijzonderheden>(),
};

/** A line of the log in which signalen occur, without whose doing it was. */
export type Verwerkingsregel = Row<typeof REGEL_RIJ>;

/** What is asked of those lines. */
export interface Verwerkingsvraag {
  /** The number of a signaal: of lists too in which it stood. */
  signaal?: string | undefined;
  vanDatum?: Datum | undefined;
  totEnMetDatum?: Datum | undefined;
  /** The `nr` of the last line that was seen. */
  cursor?: number | undefined;
}

/** At most `limiet` lines, the oldest first, for who may read the log. */
export function leesVerwerkingsregels(db: Db, vraag: Verwerkingsvraag, limiet: number): Promise<Verwerkingsregel[]> {
  return rowsOfComposed(
    db,
    sql`select l.nr::float8 as nr, tijdstip(l.op) as op, l.verrichting, l.operatie, l.afloop,
               case when l.nummer like 'S-%' then l.nummer end as signaal, l.ingang, l.spoor, l.bijzonderheden
          from logregel l
         where (l.nummer like 'S-%' or l.bijzonderheden -> 'getoond' <> '[]') and ${regelsDie(vraag)}
         order by l.nr limit ${limiet}`,
    REGEL_RIJ,
  );
}

function regelsDie({ signaal, vanDatum, totEnMetDatum, cursor }: Verwerkingsvraag) {
  const eisen = [
    sql`true`,
    ...(signaal === undefined
      ? []
      : [sql`(l.nummer = ${signaal} or l.bijzonderheden -> 'getoond' @> to_jsonb(${signaal}::text))`]),
    ...(vanDatum === undefined ? [] : [sql`l.op >= ${beginVan(vanDatum)}::timestamptz`]),
    ...(totEnMetDatum === undefined ? [] : [sql`l.op < ${beginVan(plusDagen(totEnMetDatum, 1))}::timestamptz`]),
    ...(cursor === undefined ? [] : [sql`l.nr > ${cursor}`]),
  ];
  return join(eisen, ' and ');
}
