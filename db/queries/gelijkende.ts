import type { Knelpunttype } from '#domain/beleid/codelijsten.ts';

import { orNull, type Row, text } from '../columns.ts';
import { type Db, join, rows, rowsOfComposed, sql } from '../sql.ts';
import { leesRegels, onderwerpVoor, type Signaalregel } from './signalen.ts';
import { geheel, leesbaar, type Lijstzicht, zichtbaar } from './zicht.ts';

/** What others are held against: as far as the person who asks may read it. */
export interface Vergeleken {
  id: string;
  onderwerp: string | null;
  gemeente: { code: string } | null;
  organisatie: { id: string } | null;
  knelpunttypen: readonly Knelpunttype[];
}

/** Of so many that share enough it is worked out how much. */
const BEKEKEN = 200;

/**
 * At most `limiet` signalen of which this person may read the texts, about the same organisatie (or where that is not known, the same
 * gemeente), with at least two words of the onderwerp, or its only one: those with the most of them first, then of the same knelpunttype.
 */
export async function leesGelijkende(
  db: Db,
  zicht: Lijstzicht,
  { id, onderwerp, gemeente, organisatie, knelpunttypen }: Vergeleken,
  limiet: number,
): Promise<Signaalregel[]> {
  const plek = organisatie === null ? gemeente && `g:${gemeente.code}` : `o:${organisatie.id}`;
  if (onderwerp === null || plek === null) return [];
  const gevonden = await rows(
    db,
    sql`with w as materialized (select quote_literal('=' || stam) as stam
                                  from unnest(tsvector_to_array(to_tsvector('dutch', kale_tekst(${onderwerp})))) as stam),
             genoeg as (select een.stam || ' & ' || ander.stam as woorden from w een join w ander on een.stam < ander.stam
                        union all select stam from w where (select count(*) from w) = 1),
             g as materialized (select distinct zoek_signalen((quote_literal(${plek}) || ' & (' || v.een_van || ')')::tsquery, ${BEKEKEN}) as id
                                  from (select string_agg(woorden, ' | ') as een_van from genoeg) v where v.een_van is not null)
        select r.id
          from signaal r
            join zoekwoorden z on z.stroom = r.id
            cross join lateral (select count(*) as aantal from w where z.woorden @@ w.stam::tsquery) gedeeld
         where r.id = any(array(select id from g)) and r.id <> ${id}::uuid and ${zichtbaar(zicht)} and ${geheel(zicht)}
           and gedeeld.aantal >= least(2, (select count(*) from w))
         order by gedeeld.aantal desc, r.knelpunttypen && ${knelpunttypen}::text[] desc, r.ingediend_op desc, r.id
         limit ${limiet}`,
    { id: text },
  );
  return leesRegels(
    db,
    zicht,
    gevonden.map((een) => een.id),
  );
}

/** What a text tells: its words, and the kinds of knelpunt that are in it. */
export interface Getypt {
  tekst: string;
  knelpunttypen: readonly Knelpunttype[];
}

const OPGELOST_RIJ = { nummer: text, onderwerp: orNull(text) };

/**
 * At most `limiet` signalen of these knelpunttypen that were solved, wholly or in part, with at least three words of the text: those with the
 * most of them first. Of what this person filed, and of what that person otherwise has to do with and may read, the latest are looked at.
 */
export async function leesOpgeloste(
  db: Db,
  zicht: Lijstzicht,
  { tekst, knelpunttypen }: Getypt,
  limiet: number,
): Promise<Row<typeof OPGELOST_RIJ>[]> {
  if (knelpunttypen.length === 0 || limiet < 1) return [];
  const { persoon } = zicht.zicht;
  const wegen = [
    sql`r.melder = ${persoon}`,
    sql`r.id = any(array(select eigen_signalen())) and r.melder <> ${persoon}`,
  ];
  const laatste = wegen.map(
    (weg) => sql`(select r.id from signaal r
                   where ${weg} and ${leesbaar(zicht)} and not r.gewist and r.status = 'afgesloten'
                     and r.uitkomst in ('opgelost', 'deels_opgelost') and r.knelpunttypen && ${knelpunttypen}::text[]
                   order by r.ingediend_op desc, r.id desc limit ${OPGELOST_BEKEKEN})`,
  );
  return rowsOfComposed(
    db,
    sql`with w as materialized (select quote_literal('=' || stam)::tsquery as stam
                                  from unnest(tsvector_to_array(to_tsvector('dutch', kale_tekst(${tekst})))) as stam),
             k as materialized (${join(laatste, ' union all ')})
        select r.nummer, ${onderwerpVoor(zicht)} as onderwerp
          from k join signaal r on r.id = k.id
            join zoekwoorden z on z.stroom = r.id
            cross join lateral (select count(*) as aantal from w where z.woorden @@ w.stam) gedeeld
         where gedeeld.aantal >= 3
         order by gedeeld.aantal desc, r.ingediend_op desc, r.id limit ${limiet}`,
    OPGELOST_RIJ,
  );
}

/** More than these nobody waits for while they type. */
const OPGELOST_BEKEKEN = 100;
