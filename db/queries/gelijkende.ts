import type { Knelpunttype } from '#domain/beleid/codelijsten.ts';

import { text } from '../columns.ts';
import { type Db, rowsOfComposed, sql } from '../sql.ts';
import { leesRegels, type Signaalregel } from './signalen.ts';
import { geheel, type Lijstzicht, zichtbaar } from './zicht.ts';

/** What others are held against: as far as the person who asks may read it. */
export interface Vergeleken {
  id: string;
  onderwerp: string | null;
  gemeente: { code: string } | null;
  organisatie: { id: string } | null;
  knelpunttypen: readonly Knelpunttype[];
}

/** Of so many that share something it is worked out how much. */
const BEKEKEN = 500;

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
  const gevonden = await rowsOfComposed(
    db,
    sql`with w as materialized (select quote_literal('=' || stam) as stam
                                  from unnest(tsvector_to_array(to_tsvector('dutch', kale_tekst(${onderwerp})))) as stam),
             g as materialized (select distinct zoek_signalen((quote_literal(${plek}) || ' & (' || v.een_van || ')')::tsquery, ${BEKEKEN}) as id
                                  from (select string_agg(stam, ' | ') as een_van from w) v where v.een_van is not null)
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
