import { orNull, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** A person or an organisation; an organisation has no telephone of its own. */
export interface Genoemd {
  id: string;
  naam: string;
  telefoon: string | null;
}

/** Who have these ids, people and organisations alike, by id. */
export async function leesNamen(db: Db, ids: readonly string[]): Promise<Record<string, Genoemd>> {
  const genoemd = await rows(
    db,
    sql`select id, naam, telefoon from gebruiker where id = any(${ids}::text[])
        union all select id, naam, null from organisatie where id = any(${ids}::text[])`,
    { id: text, naam: text, telefoon: orNull(text) },
  );
  return Object.fromEntries(genoemd.map((wie) => [wie.id, wie]));
}
