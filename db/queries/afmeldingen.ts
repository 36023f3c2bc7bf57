import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import { BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';

import { oneOf } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** The kinds of bericht from which somebody unsubscribed. */
export async function leesAfmeldingen(db: Db, gebruiker: string): Promise<Berichtsoort[]> {
  const gevonden = await rows(db, sql`select soort from afmelding where gebruiker = ${gebruiker} order by soort`, {
    soort: oneOf(BERICHTSOORTEN),
  });
  return gevonden.map(({ soort }) => soort);
}

/** Puts `soorten` in the place of what she unsubscribed from before. */
export async function schrijfAfmeldingen(db: Db, gebruiker: string, soorten: readonly Berichtsoort[]): Promise<void> {
  await rows(
    db,
    sql`with weg as (delete from afmelding where gebruiker = ${gebruiker} and soort <> all(${[...soorten]}::text[]))
        insert into afmelding (gebruiker, soort) select ${gebruiker}, unnest(${[...soorten]}::text[]) on conflict do nothing`,
  );
}

/** Undoes `meldAf`: she gets `soorten` again. */
export async function meldWeerAan(db: Db, gebruiker: string, soorten: readonly Berichtsoort[]): Promise<void> {
  await rows(db, sql`delete from afmelding where gebruiker = ${gebruiker} and soort = any(${[...soorten]}::text[])`);
}

/** Unsubscribes from `soorten` as well. Nothing happens for somebody who has no account. */
export async function meldAf(db: Db, gebruiker: string, soorten: readonly Berichtsoort[]): Promise<void> {
  await rows(
    db,
    sql`insert into afmelding (gebruiker, soort)
        select g.id, s.soort from gebruiker g, unnest(${[...soorten]}::text[]) as s (soort) where g.id = ${gebruiker}
        on conflict do nothing`,
  );
}
