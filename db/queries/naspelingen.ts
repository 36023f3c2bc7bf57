import { NASPEELSTANDEN, type Naspeelvraag, type Simulatieverslag } from '#domain/simulatie/verslag.ts';

import { json, number, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

const NASPELING_RIJ = {
  id: text,
  gevraagd: json<Naspeelvraag>(),
  gevonden: orNull(number),
  gespeeld: number,
  stand: oneOf(NASPEELSTANDEN),
  verslag: orNull(json<Simulatieverslag>()),
};

/** A past that is being played again, or was. */
export type Naspeling = Row<typeof NASPELING_RIJ>;

/** Whoever plays says so at every stretch of signalen; who was silent so long is gone. */
export const IS_BEZIG = sql`(n.verslag is null and not n.mislukt and n.gezien_op > clock_timestamp() - interval '30 seconds')`;
/** What came of it can be looked at for a day. */
export const OUD = sql`n.begonnen_op < clock_timestamp() - interval '1 day'`;

/** That of this person with this id, or null when there is none any more. */
export async function leesNaspeling(db: Db, id: string, door: string): Promise<Naspeling | null> {
  const [gevonden] = await rows(
    db,
    sql`select n.id, n.gevraagd, n.gevonden, n.gespeeld, n.verslag,
               case when n.verslag is not null then 'klaar' when ${IS_BEZIG} then 'bezig' else 'afgebroken' end as stand
          from naspeling n where n.id = ${id}::uuid and n.door = ${door} and not ${OUD}`,
    NASPELING_RIJ,
  );
  return gevonden ?? null;
}
