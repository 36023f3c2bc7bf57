import { SYNONIEMEN } from '#domain/detectie/synoniemen.ts';
import type { Paar, Woordtekst } from '#domain/detectie/woorden.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { arrayOf, type Row, text } from '../columns.ts';
import { type Db, jsonb, rows, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { datumIn } from './klok.ts';
import { leesbaar, type Lijstzicht } from './zicht.ts';

/** So many texts are compared at most, the latest: every two of them, so this bounds the cost. */
const HOOGSTENS = 400;
/** Two texts look alike when this part of what three letters in a row they have is the same. */
const GELIJKENIS = 0.15;

/** What is stuck, of what is open or was filed since `vanaf`, until the end of `dag`, and is part of no patroon. */
function kern(vanaf: Datum, dag: Datum): Sql {
  return sql`select s.id, t.inhoud from signaal s
               join stroom st on st.id = s.id
               join tekst t on t.stroom = s.id and t.volgnummer = 1 and t.veld = 'knelpunt'
              where s.patroon is null and not s.gewist and (s.status <> 'afgesloten' or ${datumIn(sql`s.ingediend_op`)} >= ${vanaf}::date)
                and ${datumIn(sql`s.ingediend_op`)} <= ${dag}::date
                and coalesce(st.staat ->> 'afsluiting', '') not in ('ingetrokken', 'samengevoegd')
              order by s.ingediend_op desc, s.id limit ${HOOGSTENS}`;
}

/** What means the same has the stem of the first. */
const SYNONIEM = sql`select (ts_lexize('dutch_stem', woord))[1] as stam, (ts_lexize('dutch_stem', eerste))[1] as eerste
            from jsonb_to_recordset(${jsonb(SYNONIEMEN)}) as s (woord text, eerste text)`;

/** These texts as the stems of their Dutch words, without accents and capitals. */
export function leesWoordteksten(db: Db, vanaf: Datum, dag: Datum): Promise<Woordtekst[]> {
  return rows(
    db,
    sql`with synoniem as materialized (${SYNONIEM})
        select k.id as signaal, array_agg(distinct coalesce(n.eerste, w.stam) order by coalesce(n.eerste, w.stam)) as stammen
          from (${kern(vanaf, dag)}) k
            cross join lateral unnest(tsvector_to_array(to_tsvector('dutch', kale_tekst(k.inhoud)))) as w (stam)
            left join synoniem n on n.stam = w.stam
         group by k.id order by k.id`,
    { signaal: text, stammen: arrayOf(text) },
  );
}

/** Those of these pairs of which the letters look alike too. */
export async function leesGelijkendeParen(db: Db, paren: readonly Paar[]): Promise<Paar[]> {
  const gevonden = await rows(
    db,
    sql`select p.een, p.ander
          from jsonb_to_recordset(${jsonb(paren.map(([een, ander]) => ({ een, ander })))}) as p (een uuid, ander uuid)
            join tekst a on a.stroom = p.een and a.volgnummer = 1 and a.veld = 'knelpunt'
            join tekst b on b.stroom = p.ander and b.volgnummer = 1 and b.veld = 'knelpunt'
         where similarity(kale_tekst(a.inhoud), kale_tekst(b.inhoud)) >= ${GELIJKENIS} order by p.een, p.ander`,
    { een: text, ander: text },
  );
  return gevonden.map(({ een, ander }) => [een, ander] as const);
}

const WOORDVORM_RIJ = { voorstel: text, signaal: text, melder: text, stam: text, woord: text };

/** Every word of what is stuck in the signalen of these patroonvoorstellen, as far as who asks may read the texts. */
export function leesWoordvormen(
  db: Db,
  voorstellen: readonly string[],
  zicht: Lijstzicht,
): Promise<Row<typeof WOORDVORM_RIJ>[]> {
  return rowsOfComposed(
    db,
    sql`with synoniem as materialized (${SYNONIEM})
        select v.id as voorstel, r.id as signaal, r.melder, coalesce(n.eerste, w.stam) as stam, w.woord
          from patroonvoorstel v join signaal r on r.id = any(v.signalen)
            join tekst t on t.stroom = r.id and t.volgnummer = 1 and t.veld = 'knelpunt'
            cross join lateral (
              select distinct m[1] as woord, (ts_lexize('dutch_stem', kale_tekst(m[1])))[1] as stam
                from regexp_matches(t.inhoud, '[[:alpha:]]{3,}', 'g') m) w
            left join synoniem n on n.stam = w.stam
         where v.id = any(${voorstellen}::uuid[]) and not r.gewist and w.stam is not null and ${leesbaar(zicht)}`,
    WOORDVORM_RIJ,
  );
}
