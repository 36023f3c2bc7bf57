import { AFLOPEN, INGANGEN, type Logbijzonderheden, type Verrichting, VERRICHTINGEN } from '#domain/audit/logregel.ts';
import { beginVan, type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import { arrayOf, instant, json, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rows, rowsOfComposed, sql } from '../sql.ts';
import { datumIn } from './klok.ts';
import { opNaam } from './op-naam.ts';

const LOGREGEL_RIJ = {
  nr: number,
  op: instant,
  verrichting: oneOf(VERRICHTINGEN),
  operatie: text,
  afloop: oneOf(AFLOPEN),
  code: orNull(text),
  persoon: orNull(object({ id: text, naam: text })),
  rollen: arrayOf(text),
  organisatie: orNull(text),
  namens: orNull(object({ id: text, naam: text })),
  link: orNull(text),
  nummer: orNull(text),
  object: orNull(text),
  ingang: oneOf(INGANGEN),
  spoor: text,
  adres: orNull(text),
  bijzonderheden: json<Logbijzonderheden>(),
  voor: orNull(json<Readonly<Record<string, unknown>>>()),
  na: orNull(json<Readonly<Record<string, unknown>>>()),
};

/** A line with the names that those who are in it have today. */
export type Gelezenlogregel = Row<typeof LOGREGEL_RIJ>;

/** What the log is narrowed to. */
export interface Logfilter {
  persoon?: string | undefined;
  /** The number of a signaal. */
  signaal?: string | undefined;
  verrichting?: Verrichting | undefined;
  vanDatum?: Datum | undefined;
  totEnMetDatum?: Datum | undefined;
  /** The `nr` of the last line that was seen. */
  cursor?: number | undefined;
}

/** At most `limiet` lines, the newest first, for who may read them. */
export function leesLogregels(db: Db, filter: Logfilter, limiet: number): Promise<Gelezenlogregel[]> {
  return rowsOfComposed(
    db,
    sql`select r.nr::float8 as nr, tijdstip(r.op) as op, r.verrichting, r.operatie, r.afloop, r.code,
               case when r.persoon is not null then jsonb_build_object('id', r.persoon, 'naam', coalesce(p.naam, r.persoon)) end as persoon,
               r.rollen, coalesce(o.naam, r.organisatie) as organisatie,
               case when r.namens is not null then jsonb_build_object('id', r.namens, 'naam', coalesce(n.naam, r.namens)) end as namens,
               r.link, r.nummer, r.object, r.ingang, r.spoor, r.adres, r.bijzonderheden, i.voor, i.na
          from (select * from logregel l where ${regelsDie(filter)} order by l.nr desc limit ${limiet}) r
            left join gebruiker p on p.id = r.persoon
            left join gebruiker n on n.id = r.namens
            left join organisatie o on o.id = r.organisatie
            left join loginhoud i on i.regel = r.nr
         order by r.nr desc`,
    LOGREGEL_RIJ,
  );
}

/** Whose account it is, or whose name has this in it: at most `limiet`, by name. */
export function zoekInLogboek(db: Db, naam: string, limiet: number): Promise<{ id: string; naam: string }[]> {
  return rows(
    db,
    sql`select g.id, g.naam from gebruiker g
         where g.id = lower(${naam}) or strpos(lower(unaccent(g.naam)), lower(unaccent(${naam}))) > 0
         order by g.id = lower(${naam}) desc, ${opNaam(sql`g.naam`)}, g.id limit ${limiet}`,
    { id: text, naam: text },
  );
}

const INZAGE_RIJ = {
  persoon: orNull(object({ id: text, naam: text })),
  organisatie: orNull(text),
  rollen: arrayOf(text),
  dagen: number,
  laatstOp: instant,
};

/** Who looked at a signaal: on how many days (Europe/Amsterdam), and when for the last time. Of who came with a link, for which organisatie. */
export type Signaalinzage = Row<typeof INZAGE_RIJ>;

/** Who opened this signaal or one of its files, for who may read all of it; who looked last comes first, at most `limiet`. */
export function leesInzagen(db: Db, nummer: string, limiet: number): Promise<Signaalinzage[]> {
  return rows(
    db,
    sql`select case when r.persoon is not null then jsonb_build_object('id', r.persoon, 'naam', coalesce(p.naam, r.persoon)) end as persoon,
               coalesce(o.naam, r.organisatie) as organisatie, coalesce(p.rollen, '{}') as rollen, r.dagen, tijdstip(r.op) as "laatstOp"
          from (select l.persoon, case when l.persoon is null then l.organisatie end as organisatie, count(distinct ${datumIn(sql`l.op`)})::int as dagen,
                       max(l.op) as op
                  from logregel l
                 where l.nummer = ${nummer} and l.afloop = 'gelukt' and l.verrichting in ('lezen', 'bestand')
                   and (l.persoon is not null or l.link is not null)
                 group by 1, 2 order by max(l.op) desc limit ${limiet}) r
            left join gebruiker p on p.id = r.persoon
            left join organisatie o on o.id = r.organisatie
         order by r.op desc`,
    INZAGE_RIJ,
  );
}

function regelsDie({ persoon, signaal, verrichting, vanDatum, totEnMetDatum, cursor }: Logfilter) {
  const eisen = [
    ...(persoon === undefined ? [] : [sql`l.persoon = ${persoon}`]),
    ...(signaal === undefined ? [] : [sql`l.nummer = ${signaal}`]),
    ...(verrichting === undefined ? [] : [sql`l.verrichting = ${verrichting}`]),
    ...(vanDatum === undefined ? [] : [sql`l.op >= ${beginVan(vanDatum)}::timestamptz`]),
    ...(totEnMetDatum === undefined ? [] : [sql`l.op < ${beginVan(plusDagen(totEnMetDatum, 1))}::timestamptz`]),
    ...(cursor === undefined ? [] : [sql`l.nr < ${cursor}`]),
  ];
  return eisen.length === 0 ? sql`true` : join(eisen, ' and ');
}
