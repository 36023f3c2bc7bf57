import { number } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { leesBewaardeWeergaven } from '#db/queries/bewaarde-weergaven.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';

/** For whom its queries run; what there is is read as the person. */
const ALS = { rol: 'dienst', dienst: 'weergaven' } as const;

/** More than these stand above no list: of one person, and shared within one role. */
const WEERGAVEN_HOOGSTENS = 20;

export interface NieuweWeergave {
  naam: string;
  /** All who have this role use it; null for who keeps it alone. */
  rol: Rol | null;
  filter: Readonly<Record<string, unknown>>;
}

/** The only writer of the views that people keep. Who sees one may change it: their own, or one of a role that they have. */
export interface BewaardeWeergaven {
  /** Keeps it under this id (a UUID), in the place of what was there. `vol`: there are as many as there may be. `niet_van_u`: another's. */
  readonly bewaar: (
    gebruiker: string,
    id: string,
    weergave: NieuweWeergave,
  ) => Promise<'bewaard' | 'vol' | 'niet_van_u'>;
  /** False when there is none for this person. */
  readonly wis: (gebruiker: string, id: string) => Promise<boolean>;
}

export function createBewaardeWeergaven(database: Database): BewaardeWeergaven {
  const isVan = async (gebruiker: string, id: string): Promise<boolean> => {
    const alle = await leesBewaardeWeergaven(database.voor({ rol: 'lezer', persoon: gebruiker }), gebruiker);
    return alle.some((weergave) => weergave.id === id);
  };
  return {
    bewaar: async (gebruiker, id, { naam, rol, filter }) => {
      const isBekend = await isVan(gebruiker, id);
      return database.inTransaction(ALS, async (db) => {
        // One at a time: two at once would both find room for the last, or take the same id.
        await rows(db, sql`select pg_advisory_xact_lock(hashtextextended('bewaarde weergave', 0))`);
        const [er] = await rows(
          db,
          sql`select count(*) filter (where id = ${id})::float8 as deze,
                     count(*) filter (where rol is not distinct from ${rol}::text and (rol is not null or gebruiker = ${gebruiker})
                                        and id <> ${id})::float8 as andere
                from bewaarde_weergave`,
          { deze: number, andere: number },
        );
        if (er !== undefined && er.deze > 0 && !isBekend) return 'niet_van_u';
        if (er !== undefined && er.andere >= WEERGAVEN_HOOGSTENS) return 'vol';
        await rows(
          db,
          sql`insert into bewaarde_weergave (id, gebruiker, rol, naam, filter, gewijzigd_op)
              values (${id}, ${gebruiker}, ${rol}, ${naam}, ${jsonb(filter)}, clock_timestamp())
              on conflict (id) do update
                set rol = excluded.rol, naam = excluded.naam, filter = excluded.filter, gewijzigd_op = excluded.gewijzigd_op,
                    gebruiker = case when excluded.rol is null then excluded.gebruiker else bewaarde_weergave.gebruiker end`,
        );
        return 'bewaard';
      });
    },
    wis: async (gebruiker, id) => {
      if (!(await isVan(gebruiker, id))) return false;
      await rows(database.voor(ALS), sql`delete from bewaarde_weergave where id = ${id}`);
      return true;
    },
  };
}

/** Forgets what somebody kept for themselves whose account has ended; what a role shares stays. */
export async function ruimWeergavenOp(database: Database): Promise<void> {
  await rows(
    database.voor(ALS),
    sql`delete from bewaarde_weergave where rol is null
          and gebruiker in (select g.id from gebruiker g where not ${isActief(sql`g`)})`,
  );
}
