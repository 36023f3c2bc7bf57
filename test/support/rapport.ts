import type { Db } from '#db/sql.ts';
import { rows, sql } from '#db/sql.ts';
import { dagenVan, type Halfjaar, laatstVoorbij } from '#domain/rapport/periode.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal } from '#test/support/app.ts';

/** The half year that was over last, on the clock of the world. */
export const VOORBIJ: Halfjaar = laatstVoorbij(datumVan(new Date().toISOString()));

/** One more of the national team: a report takes two. */
export async function maakTweede(db: Db): Promise<string> {
  await rows(
    db,
    sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
        values ('landelijk.twee', 'Bram Scholten', 'bram@voorbeeld.nl', '06 1', '{landelijk_team}', '{}') on conflict do nothing`,
  );
  return 'landelijk.twee';
}

/** Files so many signalen about this group, as if that was in the half year that is over. Returns their numbers. */
export async function dienInToen(app: Client, aantal: number, doelgroep: string): Promise<string[]> {
  const nummers: string[] = [];
  for (let keer = 0; keer < aantal; keer += 1) {
    const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ doelgroepen: [doelgroep] }));
    nummers.push(body.nummer);
  }
  await rows(
    app.db(),
    sql`update signaal set ingediend_op = ${`${dagenVan(VOORBIJ).van}T12:00:00Z`}::timestamptz where nummer = any(${nummers}::text[])`,
  );
  return nummers;
}
