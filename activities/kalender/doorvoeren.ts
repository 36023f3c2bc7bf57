import { arrayOf, json, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { hexHash } from '#platform/hash.ts';

import type { Uitvoeren } from '../schrijven/uitvoeren.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'kalender' } as const;

const TEGELIJK = 4;
const BLADZIJDE = 200;

/**
 * Brings the newest calendar to every running signaal that still counts with an older one. The rows are the queue: it goes on
 * where it was after a crash, several processes may do it at once, and a second time there is nothing left to do. Returns how many
 * signalen were brought up to date; throws AggregateError once the others are done when some were not.
 */
export async function voerKalenderDoor(database: Database, voerUit: Uitvoeren['voerUit']): Promise<number> {
  const fouten: unknown[] = [];
  let gedaan = 0;
  for (let na = '00000000-0000-0000-0000-000000000000'; ;) {
    const { kalender, stromen } = await leesAchterblijvers(database, na);
    for (let i = 0; i < stromen.length; i += TEGELIJK) {
      const groep = stromen.slice(i, i + TEGELIJK).map((id) => wijzig(voerUit, id, kalender));
      for (const uitslag of await Promise.allSettled(groep)) {
        if (uitslag.status === 'rejected') fouten.push(uitslag.reason);
        else gedaan += 1;
      }
    }
    const laatste = stromen.at(-1);
    if (laatste === undefined) break;
    na = laatste;
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `${fouten.length} signalen did not get the new calendar`);
  return gedaan;
}

async function leesAchterblijvers(database: Database, na: string): Promise<{ kalender: Kalender; stromen: string[] }> {
  const [rij] = await rows(
    database.voor(ALS),
    sql`with nieuwste as materialized (select coalesce(max(versie), 0) as versie from kalender)
        select jsonb_build_object('versie', versie, 'dagen',
                 (select coalesce(jsonb_object_agg(datum, naam), '{}') from feestdag)) as kalender,
               array(select s.id::text from stroom s
                      where s.volgende_op is not null and s.geparkeerd_op is null and s.id > ${na}::uuid
                        and (s.staat -> 'kalender' ->> 'versie')::int < nieuwste.versie
                      order by s.id limit ${BLADZIJDE}) as stromen
          from nieuwste`,
    { kalender: json<Kalender>(), stromen: arrayOf(text) },
  );
  if (rij === undefined) throw new Error('There is no calendar');
  return rij;
}

/** The id of the opdracht says for which signaal and which version, so that once is enough, whoever asks again. */
async function wijzig(voerUit: Uitvoeren['voerUit'], stroom: string, kalender: Kalender): Promise<void> {
  const id = `kalender-${hexHash(`${kalender.versie} ${stroom}`, 32)}`;
  const antwoord = await voerUit(stroom, { soort: 'kalenderWijzigen', kalender, id, door: DIENST });
  if (antwoord.soort !== 'gedaan') throw new Error(`${stroom} did not take the calendar: ${JSON.stringify(antwoord)}`);
}
