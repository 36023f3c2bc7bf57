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
