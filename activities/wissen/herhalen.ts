import { randomUUID } from 'node:crypto';

import { boolean } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';

import type { Uitvoeren } from '../schrijven/uitvoeren.ts';
import type { Journaalregel, Wisjournaal } from './journaal.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'wissingen' } as const;

/** How much came back, and which lines of the journal somebody else wrote. */
export interface Herhaald {
  teruggekomen: number;
  vreemd: readonly number[];
}

/**
 * Has everything destroyed once more that the journal tells of and a back-up brought back: from here on nobody reads it, and
 * `vernietigAlles` does the rest. What the database does not know, or of which nothing is left, stays as it is.
 */
export async function herhaalWissen(
  { database, uitvoeren }: { database: Database; uitvoeren: Pick<Uitvoeren, 'voerUit'> },
  journaal: Wisjournaal,
): Promise<Herhaald> {
  let teruggekomen = 0;
  const { regels, vreemd } = await journaal.lees();
  for (const regel of regels) {
    if (!(await isTerug(database, regel))) continue;
    teruggekomen += 1;
    await bevestigWeer(database, regel);
    if (regel.soort === 'signaal') await sluitWeer(uitvoeren, regel);
  }
  return { teruggekomen, vreemd };
}

/**
 * Whether it is there and was not erased, or anything of it is. A back-up may hold that it was erased, beside rows of an older one that
 * still have it: so it is looked for, and not only asked.
 */
async function isTerug(database: Database, { wissing, stroom, soort }: Journaalregel): Promise<boolean> {
  const [gevonden] = await rows(
    database.voor(ALS),
    sql`select not exists (select from wissing w where w.id = ${wissing} and w.status = 'gewist')
               or exists (select from signaalsleutel k where k.stroom = ${stroom} and k.sleutel is not null)
               or exists (select from casusbijlage c where c.stroom = ${stroom})
               or exists (select from bijlage b where b.stroom = ${stroom})
               or ${soort} = 'signaal' and exists (select from tekst t where t.stroom = ${stroom}) as terug
          from stroom where id = ${stroom}`,
    { terug: boolean },
  );
  return gevonden?.terug === true;
}

/** In the place of what the back-up had of it, which two people had not confirmed yet. */
async function bevestigWeer(database: Database, regel: Journaalregel): Promise<void> {
  const { wissing, stroom, nummer, soort, grond, maanden, op } = regel;
  const [eerste, tweede] = regel.bevestigdDoor;
  await database.inTransaction(ALS, async (db) => {
    await rows(
      db,
      sql`delete from wissing where stroom = ${stroom} and soort = ${soort} and (id = ${wissing} or status = any (array['voorgesteld', 'bevestigd']))`,
    );
    await rows(
      db,
      sql`insert into wissing (id, stroom, nummer, soort, grond, maanden, op, status, eerste_door, eerste_op, tweede_door, tweede_op)
          values (${wissing}, ${stroom}, ${nummer}, ${soort}, ${grond}, ${maanden}, ${op}, 'bevestigd', ${eerste}, ${op}, ${tweede}, ${op})`,
    );
  });
}

/** The record of the back-up may be of before the end: then it is closed as it was. One that knows already that it was erased says no. */
async function sluitWeer({ voerUit }: Pick<Uitvoeren, 'voerUit'>, regel: Journaalregel): Promise<void> {
  const { stroom, grond, maanden, bevestigdDoor, sluiting } = regel;
  const opdracht = { soort: 'wissen', grond, maanden, bevestigdDoor, sluiting } as const;
  const antwoord = await voerUit(stroom, { ...opdracht, id: randomUUID(), door: DIENST });
  if (antwoord.soort === 'geweigerd' && antwoord.code !== 'gewist') throw new Error(antwoord.reden);
}
