import { codesVan, type Rol } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOCODES } from '#domain/beleid/regios.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { isOnleesbaar } from '#domain/tekst.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { arrayOf, boolean, date, list, object, oneOf, orNull, text } from '../columns.ts';
import { type Db, rows, type Sql, sql } from '../sql.ts';
import { isActief } from './actief.ts';
import { datumIn } from './klok.ts';

/** A person with an account. */
export interface Gebruiker extends Kijker {
  naam: string;
  telefoon: string;
  /** Where a filer of signalen without a known gemeente works. */
  thuisregio: Regio | null;
}

/** The same with where this person is mailed, which few may read. */
export interface Aangemelde extends Gebruiker {
  email: string;
}

/** For whom gebruiker `wie` deputises, from today: no stream is behind the world, so what ended before no longer counts anywhere. */
export function waarneemdagenVan(wie: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('afwezige', w.afwezige, 'regios', ${eigenRegios(sql`a`)}, 'van', w.van, 'tot', w.tot)
                  order by w.van), '[]')
       from waarneming w join gebruiker a on a.id = w.afwezige
      where w.waarnemer = ${wie}.id and w.tot >= ${datumIn(sql`now()`)}) as waarnemingen`;
}

export const WAARNEEMDAGEN_RIJ = {
  waarnemingen: list(object({ afwezige: text, regios: list(oneOf(REGIOCODES)), van: date, tot: date })),
};

/** The same as eigenRegios in domain/bevoegdheden.ts. */
export function eigenRegios(wie: Sql): Sql {
  return sql`case when ${isActief(wie)} and ${wie}.rollen @> array['regiocoordinator'] then ${wie}.regios else '{}' end`;
}

const VELDEN = sql`id, naam, telefoon, rollen, regios, thuisregio, organisatie, ${isActief(sql`gebruiker`)} as actief,
    ${waarneemdagenVan(sql`gebruiker`)}`;
/** What the rules need to know of a person, as a row has it. */
export const PERSOON_RIJ = {
  id: text,
  rollen: arrayOf(oneOf(codesVan('rol'))),
  regios: arrayOf(oneOf(REGIOCODES)),
  organisatie: orNull(text),
  actief: boolean,
};
const GEBRUIKER_RIJ = {
  ...PERSOON_RIJ,
  naam: text,
  telefoon: text,
  thuisregio: orNull(oneOf(REGIOCODES)),
  ...WAARNEEMDAGEN_RIJ,
};

/** The person with this id (the `sub` of the OpenID provider), active or not. */
export async function vindGebruiker(db: Db, id: string): Promise<Gebruiker | null> {
  const [gebruiker] = await rows(db, sql`select ${VELDEN} from gebruiker where id = ${id}`, GEBRUIKER_RIJ);
  return gebruiker ?? null;
}

/** Whoever the provider calls so and has an active account. No account has a name that PostgreSQL cannot even look for. */
export async function vindAccount(db: Db, sub: string): Promise<Aangemelde | null> {
  if (isOnleesbaar(sub)) return null;
  const [gebruiker] = await rows(
    db,
    sql`select ${VELDEN}, email from gebruiker where id = ${sub} and ${isActief(sql`gebruiker`)}`,
    { ...GEBRUIKER_RIJ, email: text },
  );
  return gebruiker ?? null;
}

/** Everybody with an active account, in the order in which they were added. */
export async function actieveGebruikers(db: Db): Promise<Gebruiker[]> {
  return rows(
    db,
    sql`select ${VELDEN} from gebruiker where ${isActief(sql`gebruiker`)} order by telefoon, id`,
    GEBRUIKER_RIJ,
  );
}

/** Those of them who have this role. */
export async function actieveMetRol(db: Db, rol: Rol): Promise<Gebruiker[]> {
  return rows(
    db,
    sql`select ${VELDEN} from gebruiker where ${isActief(sql`gebruiker`)} and rollen @> array[${rol}::text]
         order by telefoon, id`,
    GEBRUIKER_RIJ,
  );
}

/** Those of them who coordinate this region on `dag` (Amsterdam), for somebody who is away too. */
export async function coordinatorenVan(db: Db, regio: Regio, dag: Datum): Promise<Gebruiker[]> {
  return rows(
    db,
    sql`select ${VELDEN} from gebruiker
         where ${isActief(sql`gebruiker`)}
           and (${regio}::text = any(${eigenRegios(sql`gebruiker`)})
                or exists (select from waarneming w join gebruiker a on a.id = w.afwezige
                            where w.waarnemer = gebruiker.id and ${dag}::date between w.van and w.tot
                              and ${regio}::text = any(${eigenRegios(sql`a`)})))
         order by telefoon, id`,
    GEBRUIKER_RIJ,
  );
}
