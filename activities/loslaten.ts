import { number, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { rows, sql } from '#db/sql.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';

import type { Uitvoeren } from './schrijven/uitvoeren.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'loslaten' } as const;

const HOOGSTENS = 500;

/**
 * Tells whoever has it in hand of every open signaal whose filer's account has ended: an answer reaches nobody. Once for each signaal.
 * Returns how many were told of; throws AggregateError once the others are done.
 */
export async function meldVertrokkenMelders(database: Database, voerUit: Uitvoeren['voerUit']): Promise<number> {
  const achtergelaten = await rows(
    database.voor(ALS),
    sql`select s.id as stroom, 'melder-vertrokken:' || s.id as id
          from signaal l join gebruiker g on g.id = l.melder join stroom s on s.id = l.id
         where not ${isActief(sql`g`)} and l.status <> 'afgesloten' and l.behandelaar is distinct from l.melder and s.geparkeerd_op is null
           and not exists (select from opdracht o where o.id = 'melder-vertrokken:' || s.id)
         order by s.id limit ${HOOGSTENS}`,
    { stroom: text, id: text },
  );
  const fouten: unknown[] = [];
  for (const { stroom, id } of achtergelaten) {
    const opdracht = { soort: 'melderVertrokken', id, door: DIENST } as const;
    await voerUit(stroom, opdracht).catch((fout: unknown) => fouten.push(fout));
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `Of ${fouten.length} signalen nobody was told`);
  return achtergelaten.length;
}

/**
 * Lets go of every signaal in the hands of somebody whose account has ended, so that it waits to be picked up. A signaal whose outcome is
 * known stays: there the clock tells the level above. Returns how many were let go; throws AggregateError once the others are done.
 */
export async function laatLos(database: Database, voerUit: Uitvoeren['voerUit']): Promise<number> {
  const verlaten = await rows(
    database.voor(ALS),
    sql`select s.id, s.volgnummer
          from stroom s join signaal l on l.id = s.id join gebruiker g on g.id = l.behandelaar
         where not ${isActief(sql`g`)} and l.status in ('in_behandeling', 'gepauzeerd') and s.geparkeerd_op is null
         order by s.id limit ${HOOGSTENS}`,
    { id: text, volgnummer: number },
  );
  const fouten: unknown[] = [];
  for (const { id, volgnummer } of verlaten) {
    // The record's length makes the id new each time: somebody may come back and leave again.
    const opdracht = { soort: 'vrijgeven', id: `loslaten-${id}-${volgnummer}`, door: DIENST } as const;
    await voerUit(id, opdracht).catch((fout: unknown) => fouten.push(fout));
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `${fouten.length} signalen were not let go`);
  return verlaten.length;
}
