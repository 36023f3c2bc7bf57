import { datumIn } from '#db/queries/klok.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Staat } from '#domain/signaal/staat.ts';

import { indeling } from './lijst.ts';
import type { Voorval } from './projectie.ts';
import type { Schakel } from './verloop.ts';

/**
 * Keeps the counts: one less of what the signaal was, one more of what it is. What it was is still in its row of the lists, so this
 * comes before that. The rows are locked in one order, so that two acts at once do not wait for each other in a circle.
 */
export async function schrijfTelling(db: Db, { staat, verloop }: Pick<Voorval, 'staat' | 'verloop'>): Promise<false> {
  if (!verschilt(staat, verloop)) return false;
  const { id, regio, organisatie, niveau, status } = staat;
  await rows(
    db,
    sql`with stand as (
          select -1 as aantal, s.knelpunttypen, s.doelgroepen, s.regio, s.organisatie, s.niveau, s.status from signaal s where s.id = ${id}
          union all
          select 1, coalesce(n.knelpunttypen, s.knelpunttypen), coalesce(n.doelgroepen, s.doelgroepen), n.regio, n.organisatie, n.niveau, n.status
            from jsonb_to_record(${jsonb({ ...codesUit(verloop), regio, organisatie, niveau, status })})
                   as n (knelpunttypen text[], doelgroepen text[], regio text, organisatie text, niveau text, status text)
                 left join signaal s on s.id = ${id}
        ), datums as (
          select m.datum as melddatum, case when v.datum between m.datum - 365 and m.datum then v.datum else m.datum end as voorvaldatum
            from gebeurtenis b
              cross join lateral (select ${datumIn(sql`b.op`)} as datum) m
              cross join lateral (select (b.data -> 'gegevens' -> 'besluit' ->> 'datum')::date as datum) v
           where b.stroom = ${id} and b.volgnummer = 1
        )
        insert into telling as t
        select d.voorvaldatum, d.melddatum, k.code, coalesce(s.regio, 'ONBEKEND'), g.code, coalesce(o.type, 'ONBEKEND'),
               s.niveau, s.status, sum(s.aantal)
          from stand s
            cross join datums d
            left join organisatie o on o.id = s.organisatie
            cross join lateral unnest(array_append(s.knelpunttypen, '*')) k (code)
            cross join lateral unnest(array_append(s.doelgroepen, '*')) g (code)
         group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(s.aantal) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
        on conflict (voorvaldatum, melddatum, knelpunttype, regio, doelgroep, ketenpartnertype, niveau, status)
          do update set aantal = t.aantal + excluded.aantal`,
  );
  return false;
}

/** Most acts change nothing that is counted. */
function verschilt(staat: Staat, verloop: readonly Schakel[]): boolean {
  const voor = verloop[0]?.voor;
  return (
    voor === null ||
    voor === undefined ||
    (['regio', 'organisatie', 'niveau', 'status'] as const).some((veld) => voor[veld] !== staat[veld]) ||
    verloop.some(({ gebeurtenis }) => gebeurtenis.soort === 'ingedeeld')
  );
}

/** The codes of a filing, or those that were bettered. */
function codesUit(verloop: readonly Schakel[]): Record<string, unknown> {
  const eerste = verloop[0]?.gebeurtenis;
  return { ...(eerste?.soort === 'ingediend' ? eerste.gegevens : {}), ...indeling(verloop) };
}
