import type { MikroORM } from '@mikro-orm/postgresql';

import { rows, sql } from '#db/sql.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';

import type { Uitvoeren } from './uitvoeren.ts';

const HOOGSTENS = 500;

/**
 * Lets go of every signaal in the hands of somebody whose account has ended, so that it waits to be picked up. A signaal whose outcome is
 * known stays: there the clock tells the level above. Returns how many were let go; throws AggregateError once the others are done.
 */
export async function laatLos(orm: MikroORM, voerUit: Uitvoeren['voerUit']): Promise<number> {
  const verlaten = await rows<{ id: string; volgnummer: number }>(
    orm.em.getKysely(),
    sql`select s.id, s.volgnummer
          from stroom s join signaal l on l.id = s.id join gebruiker g on g.id = l.behandelaar
         where not g.actief and l.status in ('in_behandeling', 'gepauzeerd') and s.geparkeerd_op is null
         order by s.id limit ${HOOGSTENS}`,
  );
  const fouten: unknown[] = [];
  for (const { id, volgnummer } of verlaten) {
    // The record's length makes the id new each time: she may come back and leave again.
    const opdracht = { soort: 'vrijgeven', id: `loslaten-${id}-${volgnummer}`, door: DIENST } as const;
    await voerUit(id, opdracht).catch((fout: unknown) => fouten.push(fout));
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `${fouten.length} signalen were not let go`);
  return verlaten.length;
}
