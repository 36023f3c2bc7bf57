import { text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/**
 * Those of these signalen of which who asks may hear that something happened. Of one that concerns their own organisation nobody hears:
 * its filer still sees it, and not what others do with it.
 */
export async function hoorbareSignalen(db: Db, ids: readonly string[]): Promise<string[]> {
  const gevonden = await rows(
    db,
    sql`select s.id::text from signaal s
         where s.id = any(${ids}::uuid[]) and not s.betrokken_organisaties @> array[(select ziet_niet_van())]`,
    { id: text },
  );
  return gevonden.map(({ id }) => id);
}
