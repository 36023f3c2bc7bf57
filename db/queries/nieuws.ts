import { BETEKENIS, FEITSOORTEN } from '#domain/signaal/betekenis.ts';
import type { Feitsoort } from '#domain/signaal/gebeurtenissen.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';

import { arrayOf, oneOf, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** What is worth telling when nobody did it: it changes something for who reads. */
const VANZELF = FEITSOORTEN.filter((soort) => BETEKENIS[soort].inhoud);

/** What kinds of things others, or the clock, did with these signalen since this person read them, by id. One never read is not there. */
export async function leesNieuws(
  db: Db,
  persoon: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Feitsoort[]>> {
  if (ids.length === 0) return new Map();
  const gevonden = await rows(
    db,
    sql`select l.stroom::text as id, array_agg(distinct g.soort) as soorten
          from gelezen l join gebeurtenis g on g.stroom = l.stroom and g.volgnummer > l.volgnummer
         where l.gebruiker = ${persoon} and l.stroom = any(${ids}::uuid[]) and g.door is distinct from ${persoon}
           and (g.soort = any(${VANZELF}) or g.door <> ${DIENST})
         group by l.stroom`,
    { id: text, soorten: arrayOf(oneOf(FEITSOORTEN)) },
  );
  return new Map(gevonden.map(({ id, soorten }) => [id, soorten]));
}
