import { text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Lesgebruiksopdracht } from '#domain/les.ts';

import { noteerWijzigingen } from '../schrijven/logwijziging.ts';

/**
 * Keeps that a les was used for a signaal, or that it was not after all; what stands so already is left as it is. Returns the nummer of
 * the les. What the filer tells after it of that signaal counts for the les.
 */
export async function noteerGebruik(
  db: Db,
  { nummer, versie, signaal, gebruik }: Lesgebruiksopdracht,
  wie: { id: string },
): Promise<string> {
  const veranderd =
    gebruik === 'gebruikt'
      ? sql`insert into lesgebruik (les, stroom, versie, door, op, na)
            select l.id, s.id, l.versie, ${wie.id}, clock_timestamp(), s.volgnummer
              from les l cross join stroom s where l.nummer = ${nummer} and l.versie = ${versie} and s.id = ${signaal.id}::uuid
            on conflict (les, stroom) do nothing returning les`
      : sql`delete from lesgebruik where stroom = ${signaal.id}::uuid and les in (select l.id from les l where l.nummer = ${nummer})
            returning les`;
  if ((await rows(db, veranderd, { les: text })).length > 0)
    await noteerWijzigingen(db, [
      {
        operatie: `les_${gebruik}`,
        voor: null,
        na: { signaal: signaal.nummer },
        object: `les:${nummer}`,
        door: wie.id,
      },
    ]);
  return nummer;
}
