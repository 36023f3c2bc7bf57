import { boolean, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Bereik } from '#domain/signaal/kader.ts';
import type { Opdracht } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';

/** The desk that gets a question. */
export interface Gekozen {
  id: string;
  /** The last mail to it came back, and nobody has looked at the address since. */
  teruggekomen: boolean;
  escalatiecontact: boolean;
}

/**
 * The desk of `organisatie` that gets the question of `verzoek`: `loket` when one was chosen, else the one it is with, else the first
 * by name; one whose mail came back only when there is no other. Until the end of the transaction nobody can close it or change
 * its address. undefined when there is none.
 */
export async function kiesLoket(
  db: Db,
  { stroom, verzoek, organisatie, loket }: { stroom: string; verzoek: string; organisatie: string; loket?: string },
): Promise<Gekozen | undefined> {
  const [gekozen] = await rows(
    db,
    sql`select id, onbestelbaar_op is not null as teruggekomen,
               escalatie_email is not null and escalatie_onbestelbaar_op is null as escalatiecontact
          from loket
         where organisatie = ${organisatie} and actief and (${loket}::uuid is null or id = ${loket}::uuid)
         order by onbestelbaar_op is not null,
                  id is distinct from (select p.loket from partij p where p.stroom = ${stroom} and p.verzoek = ${verzoek}),
                  naam, id
         limit 1 for share`,
    { id: text, teruggekomen: boolean, escalatiecontact: boolean },
  );
  return gekozen;
}

/** Where the question of this opdracht would go; null when it asks nothing of an organisation. */
export async function leesBereik(
  db: Db,
  staat: Staat | undefined,
  opdracht: Opdracht | undefined,
): Promise<Bereik | null> {
  if (staat === undefined || (opdracht?.soort !== 'verzoekDoen' && opdracht?.soort !== 'verzoekVerleggen')) return null;
  const { verzoek, loket } = opdracht;
  const organisatie =
    opdracht.soort === 'verzoekDoen'
      ? opdracht.organisatie
      : (staat.verzoeken.find(({ id }) => id === verzoek)?.organisatie ?? null);
  if (organisatie === null) return null;
  const waar = loket === undefined ? {} : { loket };
  const gekozen = await kiesLoket(db, { stroom: staat.id, verzoek, organisatie, ...waar });
  if (gekozen === undefined) return { bereikbaar: false, teruggekomen: false };
  const { teruggekomen, escalatiecontact } = gekozen;
  return teruggekomen ? { bereikbaar: false, teruggekomen } : { bereikbaar: true, escalatiecontact };
}
