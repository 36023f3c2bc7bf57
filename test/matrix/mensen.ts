import { type Db, rows, sql } from '#db/sql.ts';

import { PERSONEN } from './verwacht.ts';

/** Who works for an organisation that signalen are about, the desk of that organisation, and for each person a mail address that is a kanarie. */
export async function maakMensen(db: Db, belang: string, adres: () => string): Promise<Record<string, string>> {
  for (const [id, rol, regios] of [
    ['coordinator.belang', 'regiocoordinator', ['NOORD', 'OOST']],
    ['landelijk.belang', 'landelijk_team', []],
    ['programmaleiding.belang', 'programmaleiding', []],
  ] as const)
    await rows(
      db,
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, organisatie)
          values (${id}, ${id}, ${`${id}@voorbeeld.nl`}, '06 12345699', ${[rol]}, ${[...regios]}, ${belang})`,
    );
  await rows(
    db,
    sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon) values (${belang}, 'Loket', 'Iemand', 'loket@voorbeeld.nl', '06')`,
  );
  const adressen: Record<string, string> = {};
  for (const persoon of PERSONEN) {
    adressen[persoon] = adres();
    await rows(db, sql`update gebruiker set email = ${adressen[persoon]} where id = ${persoon}`);
  }
  return adressen;
}
