import { text } from '#db/columns.ts';
import type { Loketgegevens, Sluiting } from '#db/queries/loketten.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Loketwijzigingsoort } from '#domain/beleid/loketwijzigingen.ts';

import { noteerWijzigingen } from '../schrijven/logwijziging.ts';
import type { Wijziger } from './loketbrief.ts';

/** What a change of the directory leaves behind. */
export interface Spoor {
  soort: Loketwijzigingsoort;
  organisatie: string;
  loket: string | null;
  voor: Loketgegevens | Sluiting | null;
  na: Loketgegevens | Sluiting | null;
  wie: Wijziger;
  reden: string | null;
}

/** Returns the id of the trace. */
export async function noteer(db: Db, { soort, organisatie, loket, voor, na, wie, reden }: Spoor): Promise<string> {
  const [spoor] = await rows(
    db,
    sql`insert into loketwijziging (organisatie, loket, soort, door, op, reden, voor, na)
        values (${organisatie}, ${loket}::uuid, ${soort}, ${wie.id}, clock_timestamp(), ${reden},
                nullif(${jsonb(voor)}, 'null'), nullif(${jsonb(na)}, 'null'))
        returning id`,
    { id: text },
  );
  await noteerWijzigingen(db, [
    {
      operatie: soort,
      object: loket === null ? `organisatie:${organisatie}` : `loket:${loket}`,
      door: wie.id,
      voor,
      na,
    },
  ]);
  if (spoor === undefined) throw new Error('PostgreSQL returned no row for what it inserted');
  return spoor.id;
}
