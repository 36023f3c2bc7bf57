import { date, instant, json, list, object, oneOf, orNull, type Row, text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { raakt } from '#db/queries/belangen.ts';
import { datumIn, NU, VANDAAG } from '#db/queries/klok.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Werkweek } from '#domain/post/werktijden.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

const TE_MELDEN_RIJ = {
  id: text,
  soort: oneOf(['begin', 'einde']),
  van: date,
  tot: date,
  afwezige: text,
  waarnemer: text,
  /** Name of the other one. */
  ander: text,
  lezer: text,
  week: orNull(json<Werkweek>()),
  signalen: list(object({ nummer: text, staat: json<Staat>(), nu: instant, door: list(text) })),
};

/** A waarneming of which one of the two was not told yet, and what there is to tell. */
export type TeMelden = Row<typeof TE_MELDEN_RIJ>;

export interface Vermelding {
  nummer: string;
  staat: Staat;
  nu: Tijdstip;
  /** Who did something with it. */
  door: readonly string[];
}

/** The waarnemingen of which who begins, or who was away, was not told yet. */
export function teMelden(db: Db, soort: 'begin' | 'einde'): Promise<TeMelden[]> {
  const isBegin = soort === 'begin';
  const lopend = sql`l.behandelaar = w.afwezige and l.status <> 'afgesloten' and ${VANDAAG} between w.van and w.tot`;
  const gebeurd = sql`${VANDAAG} > w.tot
                      and (${DOOR_ANDEREN} <> '{}' or ${IS_OVERGENOMEN})`;
  return rows(
    db,
    sql`select w.id, ${soort}::text as soort, w.van::text, w.tot::text, w.afwezige, w.waarnemer, g.id as lezer, ${WEEK} as week,
               (select a.naam from gebruiker a where a.id = ${isBegin ? sql`w.afwezige` : sql`w.waarnemer`}) as ander,
               jsonb_agg(jsonb_build_object('nummer', s.nummer, 'staat', s.staat, 'nu', tijdstip(${NU}), 'door', to_jsonb(${DOOR_ANDEREN}))
                         order by s.nummer) as signalen
          from waarneming w
          join gebruiker g on g.id = ${isBegin ? sql`w.waarnemer` : sql`w.afwezige`} and ${isActief(sql`g`)}
          join signaal l on ${IS_BETROKKEN} and (l.melder = g.id or not ${raakt(sql`g.organisatie`, sql`l`)})
          join stroom s on s.id = l.id
         where ${isBegin ? lopend : gebeurd} and w.tot >= w.van and ${VANDAAG} <= w.tot + 31 and ${NIET_VOORBIJ}
           and not exists (select from waarnemingpost p where p.waarneming = w.id and p.soort = ${soort})
           and not exists (select from waarneming v where v.afwezige = g.id and ${VANDAAG} between v.van and v.tot)
         group by w.id, g.id`,
    TE_MELDEN_RIJ,
  );
}

/** No stream is behind the world, so this follows from the same on its own clock; it leaves out what is over before streams are read. */
const NIET_VOORBIJ = sql`w.tot >= ${datumIn(sql`now()`)} - 31`;

/** Who is away in `w` has to do with signaal `l`. */
export const IS_BETROKKEN = sql`(w.afwezige in (l.behandelaar, l.melder) or l.behandelaars @> array[w.afwezige])`;

/** The names of the people who did something with stream `s` while `w` lasted, other than the one who was away. */
const DOOR_ANDEREN = sql`array(select distinct d.naam from gebeurtenis e join gebruiker d on d.id = e.door
                                where e.stroom = s.id and e.door <> w.afwezige
                                  and ${datumIn(sql`e.op`)} >= w.van order by d.naam)`;

/** Somebody else got a bericht that was for the absent person. */
const IS_OVERGENOMEN = sql`exists (select from bericht b where b.stroom = s.id and b.gebruiker = w.afwezige
                                     and b.status = 'overgenomen' and b.zending is null)`;
