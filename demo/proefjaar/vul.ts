import { createAccounts } from '#activities/gebruikers/accounts.ts';
import { schrijfLevens } from '#activities/schrijven/levens.ts';
import { boolean, instant, json, oneOf, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { actieveGebruikers } from '#db/queries/gebruikers.ts';
import { geldendBeleid } from '#db/queries/geldend-beleid.ts';
import { datumIn } from '#db/queries/klok.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';

import { type Jaarkeuze, leefHetJaar, type Wereld } from './jaar.ts';
import type { Leven } from './leven.ts';
import { collegas, loketten } from './mensen.ts';

/** How many lives are written in one transaction. */
const PER_KEER = 50;

/** What was put in. */
export interface Proefjaar {
  signalen: number;
  gebeurtenissen: number;
  open: number;
  /** Acts that the rules refused, and that nobody did. */
  geweigerd: number;
}

/**
 * Puts a year of signalen into the database, with more people and desks, and returns how much that was. Null when this year is there
 * already. What should have been mailed before today is not mailed any more; the clocks of what still runs wait to be woken.
 */
export async function vulProefjaar(
  database: Database,
  keuze: Omit<Jaarkeuze, 'nu'>,
  vertel: (gedaan: number) => void = () => undefined,
): Promise<Proefjaar | null> {
  await voegMensenToe(database);
  const { nu, ...wereld } = await leesWereld(database);
  const telling = { signalen: 0, gebeurtenissen: 0, open: 0, geweigerd: 0 };
  let stapel: Leven[] = [];
  const schrijf = async (): Promise<boolean> => {
    const isNieuw = await schrijfLevens(database, stapel, { nu, kader: wereld });
    stapel = [];
    vertel(telling.signalen);
    return isNieuw;
  };
  for (const leven of leefHetJaar(wereld, { ...keuze, nu })) {
    stapel.push(leven);
    telling.signalen += 1;
    telling.gebeurtenissen += leven.verloop.length;
    telling.open += leven.staat.status === 'afgesloten' ? 0 : 1;
    telling.geweigerd += leven.geweigerd.length;
    if (stapel.length === PER_KEER && !(await schrijf())) return null;
  }
  return (await schrijf()) ? telling : null;
}

async function voegMensenToe(database: Database): Promise<void> {
  const { voegToe } = createAccounts(database);
  for (const account of collegas()) await voegToe(account, { wie: null, reden: 'Het proefjaar.' });
  await rows(
    database.voor({ rol: 'dienst', dienst: 'adresboek' }),
    sql`insert into loket (id, organisatie, naam, contactpersoon, email, telefoon, escalatie_naam, escalatie_email, escalatie_telefoon)
        select id, organisatie, naam, contactpersoon, email, telefoon, escalatie_naam, escalatie_email, escalatie_telefoon
          from jsonb_to_recordset(${jsonb(loketten())}) as nieuw (id uuid, organisatie text, naam text, contactpersoon text,
               email text, telefoon text, escalatie_naam text, escalatie_email text, escalatie_telefoon text)
        on conflict (id) do nothing`,
  );
}

export async function leesWereld(database: Database): Promise<Wereld & { nu: string }> {
  const db = database.voor({ rol: 'dienst', dienst: 'reis' });
  const [nu] = await rows(
    db,
    sql`select tijdstip(date_trunc('milliseconds', clock_timestamp())) as nu, ${geldendBeleid(datumIn(sql`now()`))} as beleid,
               jsonb_build_object('versie', (select coalesce(max(versie), 0) from kalender),
                 'dagen', (select coalesce(jsonb_object_agg(datum, naam), '{}') from feestdag)) as kalender`,
    { nu: instant, beleid: json<Termijnbeleid>(), kalender: json<Kalender>() },
  );
  if (nu === undefined) throw new Error('PostgreSQL did not tell the time');
  const mensen = await actieveGebruikers(db);
  const gemeenten = await rows(
    db,
    sql`select g.code, p.regio from gemeente g join provincie p on p.code = g.provincie where g.geldig_tot is null order by g.code`,
    { code: text, regio: oneOf(REGIOCODES) },
  );
  const bureaus = await rows(
    database.voor({ rol: 'dienst', dienst: 'adresboek' }),
    sql`select organisatie, bool_or(escalatie_email is not null) as escalatiecontact
          from loket where actief group by organisatie order by organisatie`,
    { organisatie: text, escalatiecontact: boolean },
  );
  return {
    ...nu,
    personen: Object.fromEntries(
      mensen.map(({ id, rollen, regios, organisatie, actief }) => [id, { id, rollen, regios, organisatie, actief }]),
    ),
    thuisregios: new Map(mensen.map(({ id, thuisregio }) => [id, thuisregio])),
    gemeenten,
    loketten: new Map(
      bureaus.map(({ organisatie, escalatiecontact }) => [organisatie, { bereikbaar: true, escalatiecontact }]),
    ),
  };
}
