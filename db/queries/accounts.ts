import type { Account } from '#domain/accounts.ts';
import { codesVan, type Rol } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOCODES } from '#domain/beleid/regios.ts';

import { arrayOf, boolean, date, instant, json, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rows, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { isActief } from './actief.ts';
import { opNaam } from './op-naam.ts';

const ACCOUNT_RIJ = {
  id: text,
  naam: text,
  email: text,
  telefoon: text,
  rollen: arrayOf(oneOf(codesVan('rol'))),
  regios: arrayOf(oneOf(REGIOCODES)),
  thuisregio: orNull(oneOf(REGIOCODES)),
  organisatie: orNull(text),
  van: orNull(date),
  tot: orNull(date),
  actief: boolean,
  versie: number,
};

/** An account as it is kept, whether it works now, and how often it was changed. */
export type GetoondAccount = Row<typeof ACCOUNT_RIJ>;

const ACCOUNT = sql`g.id, g.naam, a.email, g.telefoon, g.rollen, g.regios, g.thuisregio, g.organisatie,
  g.actief_van::text as van, g.actief_tot::text as tot, ${isActief(sql`g`)} as actief, ${versieVan(sql`g.id`)} as versie`;
/** For who may read their addresses: of nobody else there is a row. */
const ACCOUNTS = sql`gebruiker g join lateral (select mailadres_van(g.id) as email) a on a.email is not null`;

/** How often an account was made or changed: its trace stays. For who may read that. */
export async function leesAccountversie(db: Db, id: string): Promise<number> {
  const [gevonden] = await rows(db, sql`select ${versieVan(sql`${id}`)} as versie`, { versie: number });
  return gevonden?.versie ?? 0;
}

function versieVan(id: Sql): Sql {
  return sql`(select count(*)::int from gebruikerwijziging w where w.gebruiker = ${id})`;
}

/** What a list of people is narrowed to. `tekst` is a piece of a name, whatever its accents and capitals. */
export interface Mensenfilter {
  tekst?: string | undefined;
  rol?: Rol | undefined;
  regio?: Regio | undefined;
  actief?: boolean | undefined;
  /** The id of the last one that was seen. */
  cursor?: string | undefined;
}

/** At most `limiet` accounts, by name. */
export function lijstAccounts(db: Db, filter: Mensenfilter, limiet: number): Promise<GetoondAccount[]> {
  return rowsOfComposed(
    db,
    sql`select ${ACCOUNT} from ${ACCOUNTS} where ${mensenDie(filter)} order by ${opNaam(sql`g.naam`)}, g.id limit ${limiet}`,
    ACCOUNT_RIJ,
  );
}

/** The condition for people `g` of this filter, in the order of their names. */
export function mensenDie({ tekst, rol, regio, actief, cursor }: Mensenfilter): Sql {
  const eisen = [
    ...(tekst === undefined ? [] : [sql`strpos(lower(unaccent(g.naam)), lower(unaccent(${tekst}))) > 0`]),
    ...(rol === undefined ? [] : [sql`g.rollen @> array[${rol}::text]`]),
    ...(regio === undefined ? [] : [sql`(g.regios @> array[${regio}::text] or g.thuisregio = ${regio})`]),
    ...(actief === undefined ? [] : [sql`${isActief(sql`g`)} = ${actief}`]),
    ...(cursor === undefined
      ? []
      : [
          sql`(${opNaam(sql`g.naam`)}, g.id) > (select ${opNaam(sql`z.naam`)}, z.id from gebruiker z where z.id = ${cursor})`,
        ]),
  ];
  return eisen.length === 0 ? sql`true` : join(eisen, ' and ');
}

export async function leesAccount(db: Db, id: string): Promise<GetoondAccount | null> {
  const [account] = await rows(db, sql`select ${ACCOUNT} from ${ACCOUNTS} where g.id = ${id}`, ACCOUNT_RIJ);
  return account ?? null;
}

const WIJZIGING_RIJ = {
  /** null for a command. */
  door: orNull(object({ id: text, naam: text })),
  op: instant,
  reden: orNull(text),
  voor: orNull(json<Account>()),
  na: orNull(json<Account>()),
};

/** A change of an account: who made it, when (UTC), why, and what stood there before and after. */
export type Accountwijziging = Row<typeof WIJZIGING_RIJ>;

/** The last changes of an account, the newest first. */
export function leesAccountwijzigingen(db: Db, gebruiker: string, limiet: number): Promise<Accountwijziging[]> {
  return rows(
    db,
    sql`select case when w.door is not null then jsonb_build_object('id', w.door, 'naam', coalesce(g.naam, w.door)) end as door,
               tijdstip(w.op) as op, w.reden, w.voor, w.na
          from gebruikerwijziging w left join gebruiker g on g.id = w.door
         where w.gebruiker = ${gebruiker} order by w.id desc limit ${limiet}`,
    WIJZIGING_RIJ,
  );
}
