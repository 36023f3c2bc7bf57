import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { kleinProefjaar } from '#test/support/proefjaar.ts';

import { loopDoor, type Loop, NIEMAND } from './loop.ts';

/** One of each role, and who is not logged in. */
const ROLLEN = [
  NIEMAND,
  'metgezel.noord',
  'oco.midden',
  'coordinator.noord',
  'landelijk',
  'programmaleiding',
  'beheer',
  'auditor',
] as const;

/** Whose pages are empty: nothing was ever filed in this name. */
const NIEUWELING = 'metgezel.nieuw';
const LANG = 'Samenwerkingsverbandmultidisciplinairegehandicaptenzorgenjeugdhulpregio';

/** The pages of a service with a year behind it. */
export async function openPaginawereld(): Promise<Client> {
  const app = await startApp();
  await kleinProefjaar(app.database, 90);
  const db = app.db();
  await rows(
    db,
    sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, thuisregio)
        values (${NIEUWELING}, 'Nova Nieuweling', 'nieuw@voorbeeld.nl', '06 1234 9999', '{metgezel}', '{}', 'NOORD')`,
  );
  // Names as long as they come, without a place to break.
  await rows(db, sql`update gebruiker set naam = ${`${LANG} ${LANG}`} where id = 'coordinator.noord.2'`);
  await rows(db, sql`update organisatie set naam = ${`Stichting ${LANG} ${LANG}`} where id = 'CIZ'`);
  await rows(db, sql`update tekst set inhoud = ${`${LANG}${LANG}${LANG} en verder niets.`} where veld = 'vraag'`);
  return app;
}

/** What each role meets. */
export async function loopAlles(app: Client) {
  const begin: Readonly<Record<string, readonly string[]>> = {
    'metgezel.noord': await eenVanElkeStatus(app, sql`melder = 'metgezel.noord'`),
    'coordinator.noord': await eenVanElkeStatus(app, sql`regio = 'NOORD'`),
    landelijk: await eenVanElkeStatus(app, sql`niveau = 'landelijk'`),
  };
  const lopen = [];
  for (const rol of [...ROLLEN, NIEUWELING])
    lopen.push({ rol, ...(await loopDoor(app.url, rol, ['/', ...(begin[rol] ?? [])])) });
  return lopen;
}

export type Lopen = Awaited<ReturnType<typeof loopAlles>>;

export function allesVan(lopen: readonly Loop[]): Loop {
  return { paginas: lopen.flatMap(({ paginas }) => paginas), fouten: lopen.flatMap(({ fouten }) => fouten) };
}

async function eenVanElkeStatus(app: Client, welke: ReturnType<typeof sql>): Promise<string[]> {
  const gevonden = await rows(
    app.db(),
    sql`select distinct on (status, niveau) nummer from signaal where ${welke} order by status, niveau, ingediend_op desc`,
  );
  return gevonden.map(({ nummer }) => `/signalen/${String(nummer)}`);
}
