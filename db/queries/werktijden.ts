import { STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';

import { json, orNull } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** The week of gebruiker `g`; null for the standard week. */
export const WEEK = sql`(select jsonb_object_agg(w.weekdag, jsonb_build_object('van', to_char(w.van, 'HH24:MI'), 'tot', to_char(w.tot, 'HH24:MI')))
                           from werktijd w where w.gebruiker = g.id)`;

/** When somebody works, on the clock in Amsterdam. */
export async function leesWerktijden(db: Db, gebruiker: string): Promise<Werkweek> {
  const [rij] = await rows(db, sql`select ${WEEK} as week from gebruiker g where g.id = ${gebruiker}`, {
    week: orNull(json<Werkweek>()),
  });
  return rij?.week ?? STANDAARDWEEK;
}
