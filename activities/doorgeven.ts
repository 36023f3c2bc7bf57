import { orNull, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { EINDIGT_WACHTEN } from '#domain/signaal/afsluiten.ts';
import { DIENST, type Opdracht } from '#domain/signaal/opdracht.ts';

import type { Uitvoeren } from './schrijven/uitvoeren.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'doorgeven' } as const;

const HOOGSTENS = 500;

/**
 * Passes on what happened to one of two signalen that were merged and concerns the other: the answer to the one that stayed, also to the
 * filer of its duplicate; what that filer adds, to the one that stayed. Each in a transaction of its own, so that a signaal that is
 * stuck holds up no other. Returns how many were passed on; throws AggregateError once the others are done.
 */
export async function geefDoor(database: Database, voerUit: Uitvoeren['voerUit']): Promise<number> {
  const db = database.voor(ALS);
  const opdrachten = [...(await antwoorden(db)), ...(await aanvullingen(db))];
  const fouten: unknown[] = [];
  for (const { stroom, opdracht } of opdrachten) {
    await voerUit(stroom, opdracht).catch((fout: unknown) => fouten.push(fout));
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `${fouten.length} answers or additions were not passed on`);
  return opdrachten.length;
}

interface DoorTeGeven {
  stroom: string;
  opdracht: Opdracht;
}

/** Ends of a signaal by which its filer has an answer, or will get none. */
const ANTWOORD = sql`(g.soort = 'teruggekoppeld' or g.soort = 'afgesloten' and g.data ->> 'afsluiting' = any(${EINDIGT_WACHTEN}::text[]))`;

async function antwoorden(db: Db): Promise<DoorTeGeven[]> {
  const gegeven = await rows(
    db,
    sql`select 'antwoord:' || d.id || ':' || m.id || ':' || g.volgnummer as id, d.id as dubbel, m.id as signaal,
               coalesce(g.data -> 'uit' ->> 'door', g.door) as door,
               (select t.inhoud from gebeurtenis e join tekst t on t.stroom = e.stroom and t.volgnummer = e.volgnummer
                 where e.stroom = m.id and e.bron = g.bron and g.data ->> 'afsluiting' is distinct from 'ingetrokken'
                   and t.veld in ('terugkoppeling', 'toelichting')
                 order by t.veld limit 1) as tekst
          from stroom d
          join stroom m on m.id = (d.staat ->> 'samengevoegdIn')::uuid
          join gebeurtenis o on o.stroom = m.id and o.soort = 'duplicaat_opgenomen' and o.data ->> 'van' = d.id::text
          join gebeurtenis g on g.stroom = m.id and g.volgnummer > o.volgnummer and ${ANTWOORD}
         where d.staat ->> 'samengevoegdIn' is not null and d.staat ->> 'afsluiting' = 'samengevoegd' and d.geparkeerd_op is null
           and not exists (select from opdracht k
                            where k.id = 'antwoord:' || d.id || ':' || m.id || ':' || g.volgnummer)
         order by d.id, g.volgnummer limit ${HOOGSTENS}`,
    { id: text, dubbel: text, signaal: text, door: text, tekst: orNull(text) },
  );
  return gegeven.map(({ id, dubbel, signaal, door, tekst }) => ({
    stroom: dubbel,
    opdracht: {
      soort: 'antwoordDoorgeven',
      id,
      door: DIENST,
      uit: { signaal, door },
      tekst: { terugkoppeling: tekst ?? ZONDER_ANTWOORD },
    },
  }));
}

/** For who waits for the answer to a signaal that its own filer took back. */
const ZONDER_ANTWOORD =
  'Het signaal waarin uw signaal verder ging, is ingetrokken. Daar komt dus geen antwoord op. Speelt het nog? Dien dan een nieuw signaal in.';

async function aanvullingen(db: Db): Promise<DoorTeGeven[]> {
  const gegeven = await rows(
    db,
    sql`select 'aanvulling:' || d.id || ':' || m.id || ':' || g.volgnummer as id, d.id as dubbel, m.id as signaal,
               (select t.inhoud from tekst t
                 where t.stroom = d.id and t.volgnummer = g.volgnummer and t.veld = 'aanvulling') as tekst
          from stroom d
          join stroom m on m.id = (d.staat ->> 'samengevoegdIn')::uuid
          join gebeurtenis o on o.stroom = d.id and o.soort = 'samengevoegd' and o.data ->> 'met' = m.id::text
          join gebeurtenis g on g.stroom = d.id and g.volgnummer > o.volgnummer and g.soort = 'aangevuld'
         where d.staat ->> 'samengevoegdIn' is not null and d.staat ->> 'afsluiting' = 'samengevoegd' and m.geparkeerd_op is null
           and not exists (select from opdracht k
                            where k.id = 'aanvulling:' || d.id || ':' || m.id || ':' || g.volgnummer)
         order by d.id, g.volgnummer limit ${HOOGSTENS}`,
    { id: text, dubbel: text, signaal: text, tekst: orNull(text) },
  );
  return gegeven.map(({ id, dubbel, signaal, tekst }) => ({
    stroom: signaal,
    opdracht: {
      soort: 'aanvullingDoorgeven',
      id,
      door: DIENST,
      van: dubbel,
      tekst: tekst === null ? {} : { aanvulling: tekst },
    },
  }));
}
