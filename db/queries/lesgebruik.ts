import type { Kijker } from '#domain/bevoegdheden.ts';

import { type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { magLezen } from './lessen.ts';
import { leesbaar, lijstzichtVan } from './zicht.ts';

const GEBRUIKT_RIJ = { nummer: text, titel: text };

/** A les that was used for a signaal, as all read it. */
export type GebruikteLes = Row<typeof GEBRUIKT_RIJ>;

/** What was used for this signaal, the first first, as far as this person may read it. */
export function leesGebruikteLessen(db: Db, kijker: Kijker, signaal: string): Promise<GebruikteLes[]> {
  return rows(
    db,
    sql`select l.nummer, l.titel from lesgebruik u join les l on l.id = u.les and l.status = 'geldig'
         where u.stroom = ${signaal}::uuid and ${magLezen(kijker)} order by u.op, l.nummer`,
    GEBRUIKT_RIJ,
  );
}

/** The numbers of the signalen of this person for which a les was used and which they may read, at most 25, the last first. */
export async function leesEigenGebruik(db: Db, kijker: Kijker, les: string): Promise<string[]> {
  const zicht = lijstzichtVan(kijker);
  if (zicht === null) return [];
  const gevonden = await rows(
    db,
    sql`select r.nummer from lesgebruik u join signaal r on r.id = u.stroom
         where u.les = ${les}::uuid and ${kijker.id} in (u.door, r.melder, r.behandelaar)
           and ${leesbaar(zicht)}
         order by u.op desc limit 25`,
    { nummer: text },
  );
  return gevonden.map(({ nummer }) => nummer);
}
