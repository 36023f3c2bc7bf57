import { codesVan } from '#domain/beleid/codelijsten.ts';
import { CASUSDELEN, type Toestemming } from '#domain/casus.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { arrayOf, date, instant, oneOf, orNull, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** A toestemming with when it was recorded, and by whom. */
export type VastgelegdeToestemming = Toestemming & { door: string; op: Tijdstip };

/** What families allow about one signaal, also what they took back, the newest first; as far as who asks sees it. */
export async function leesToestemmingen(db: Db, stroom: string): Promise<VastgelegdeToestemming[]> {
  const gevonden = await rows(
    db,
    sql`select id, niveau, verzoek, van, wijze, delen, gegeven_op::text as "gegevenOp", tot_en_met::text as "totEnMet",
               tijdstip(ingetrokken_op) as "ingetrokkenOp", door, tijdstip(op) as op
          from toestemming where stroom = ${stroom} order by toestemming.op desc, id`,
    {
      id: text,
      niveau: orNull(oneOf(['regionaal', 'landelijk'])),
      verzoek: orNull(text),
      van: oneOf(codesVan('toestemmer')),
      wijze: oneOf(codesVan('toestemmingwijze')),
      delen: arrayOf(oneOf(CASUSDELEN)),
      gegevenOp: date,
      totEnMet: date,
      ingetrokkenOp: orNull(instant),
      door: text,
      op: instant,
    },
  );
  // No more than one of the two is there: the table holds that.
  return gevonden as VastgelegdeToestemming[];
}
