import { STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';

import { json, orNull } from '../columns.ts';
import { type Db, jsonb, rows, sql } from '../sql.ts';

/** The week of gebruiker `g`; null when she keeps to the standard. */
export const WEEK = sql`(select jsonb_object_agg(w.weekdag, jsonb_build_object('van', to_char(w.van, 'HH24:MI'), 'tot', to_char(w.tot, 'HH24:MI')))
                           from werktijd w where w.gebruiker = g.id)`;

/** When somebody works, on the clock in Amsterdam. */
export async function leesWerktijden(db: Db, gebruiker: string): Promise<Werkweek> {
  const [rij] = await rows(db, sql`select ${WEEK} as week from gebruiker g where g.id = ${gebruiker}`, {
    week: orNull(json<Werkweek>()),
  });
  return rij?.week ?? STANDAARDWEEK;
}

/** Puts `week` in the place of her week as it was. */
export async function schrijfWerktijden(db: Db, gebruiker: string, week: Werkweek): Promise<void> {
  const dagen = Object.entries(week).map(([weekdag, uren]) => ({ weekdag: Number(weekdag), ...uren }));
  await rows(
    db,
    sql`with weg as (delete from werktijd where gebruiker = ${gebruiker} and weekdag <> all(${dagen.map(({ weekdag }) => weekdag)}::int[]))
        insert into werktijd (gebruiker, weekdag, van, tot)
        select ${gebruiker}, d.weekdag, d.van, d.tot
          from jsonb_to_recordset(${jsonb(dagen)}) as d (weekdag int, van time, tot time)
        on conflict (gebruiker, weekdag) do update set van = excluded.van, tot = excluded.tot`,
  );
}
