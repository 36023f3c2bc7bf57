import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { ZEGT_NIETS } from '#domain/simulatie/daden.ts';
import type { Leven, Mensen } from '#domain/simulatie/naspelen.ts';
import type { Periode } from '#domain/simulatie/tellen.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { alsTijdstip, beginVan, type Datum, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { eindeVanDag } from '#domain/tijd/werkdagen.ts';

import { date, instant, json, number, object, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, type Sql, sql } from '../sql.ts';
import { isActief } from './actief.ts';
import { PERSOON_RIJ } from './gebruikers.ts';
import { geldendBeleid } from './geldend-beleid.ts';
import { NU } from './klok.ts';

const BELEIDSVERSIE_RIJ = {
  beleid: json<Termijnbeleid>(),
  door: orNull(object({ id: text, naam: text })),
  op: orNull(instant),
};

/** A version of the policy, who stored it, and what had been shown before. */
export type Beleidsversie = Row<typeof BELEIDSVERSIE_RIJ>;

/** Every version, newest first. */
export async function leesBeleidsversies(db: Db): Promise<Beleidsversie[]> {
  return rows(
    db,
    sql`select t.inhoud as beleid, tijdstip(t.op) as op,
               case when t.door is not null then jsonb_build_object('id', t.door, 'naam', coalesce(g.naam, t.door)) end as door
          from termijnbeleid t left join gebruiker g on g.id = t.door order by t.versie desc`,
    BELEIDSVERSIE_RIJ,
  );
}

/** The policy that steps get which begin on `datum`; null when there is none yet. */
export async function leesGeldendBeleid(db: Db, datum: Datum): Promise<Termijnbeleid | null> {
  const [rij] = await rows(db, sql`select ${geldendBeleid(sql`${datum}::date`)} as beleid`, {
    beleid: orNull(json<Termijnbeleid>()),
  });
  return rij?.beleid ?? null;
}

/** Everybody who could act, active or not. */
export function leesPersonen(db: Db): Promise<Persoon[]> {
  return rows(
    db,
    sql`select g.id, g.rollen, g.regios, g.organisatie, ${isActief(sql`g`)} as actief from gebruiker g`,
    PERSOON_RIJ,
  );
}

/** Everybody who could act, active or not, and who deputised for whom. */
export async function leesMensen(db: Db): Promise<Mensen> {
  const personen = await leesPersonen(db);
  const waarnemingen = await rows(
    db,
    sql`select afwezige, waarnemer, van::text, tot::text from waarneming where tot >= van`,
    { afwezige: text, waarnemer: text, van: date, tot: date },
  );
  return { personen: Object.fromEntries(personen.map((persoon) => [persoon.id, persoon])), waarnemingen };
}

/** Where a signaal stands among all, by when it was filed. */
interface Plek {
  ingediendOp: Tijdstip;
  id: string;
}

/** A stretch of signalen, newest first: from `eerste` up to `tot`, which begins the next; null for the last. */
export interface Levensblad {
  eerste: Plek;
  tot: Plek | null;
}

/**
 * The signalen that lived in a period, in stretches of `perBlad`, newest first, at most `hoogstens` together; and how many there are: filed
 * before its end, and open or written to since its begin.
 */
export async function verdeelLevens(
  db: Db,
  periode: Periode,
  perBlad: number,
  hoogstens: number,
): Promise<{ gevonden: number; bladen: Levensblad[] }> {
  const plekken = await rows(
    db,
    sql`select id, tijdstip(ingediend_op) as "ingediendOp", gevonden, nr from (
          select r.id, r.ingediend_op, row_number() over (order by r.ingediend_op desc, r.id desc)::int - 1 as nr,
                 count(*) over ()::int as gevonden
            from signaal r where ${leefdeIn(periode)}) x
        where nr % ${perBlad}::int = 0 or nr = ${hoogstens}::int order by nr`,
    { id: text, ingediendOp: instant, gevonden: number, nr: number },
  );
  const bladen = plekken.map(({ id, ingediendOp }, i): Levensblad => ({
    eerste: { id, ingediendOp },
    tot: plekken[i + 1] ?? null,
  }));
  const aantal = plekken.filter(({ nr }) => nr < hoogstens).length;
  return { gevonden: plekken[0]?.gevonden ?? 0, bladen: bladen.slice(0, aantal) };
}

/** The signalen of a stretch that lived in the period: their acts without texts, and how far each has lived in it. */
export async function leesLevens(db: Db, periode: Periode, { eerste, tot }: Levensblad): Promise<Leven[]> {
  const gevonden = await rows(
    db,
    sql`select r.id, tijdstip(least(${eindeVanDag(periode.tot)}::timestamptz, ${NU})) as tot,
          (select json_agg(json_build_array(g.soort, round(extract(epoch from g.op) * 1000), g.bron, g.door, g.data) order by g.volgnummer)
             from gebeurtenis g where g.stroom = r.id and g.door is not null and g.soort <> all (${ZEGT_NIETS}::text[])) as daden
        from signaal r join stroom s on s.id = r.id
        where ${leefdeIn(periode)}
          and (r.ingediend_op, r.id) <= (${eerste.ingediendOp}::timestamptz, ${eerste.id}::uuid)
          and (${tot?.id ?? null}::uuid is null
               or (r.ingediend_op, r.id) > (${tot?.ingediendOp ?? null}::timestamptz, ${tot?.id ?? null}::uuid))
        order by r.ingediend_op desc, r.id desc`,
    { id: text, daden: json<Daad[]>(), tot: instant },
  );
  return gevonden.map(({ daden, ...leven }) => ({ ...leven, gebeurtenissen: daden.map(gebeurtenisVan) }));
}

/** An act as PostgreSQL writes it soonest: instants as milliseconds, and nothing named twice. */
type Daad = [soort: Gebeurtenis['soort'], ms: number, bron: string, door: string, data: object];

function gebeurtenisVan([soort, ms, bron, door, data]: Daad): Gebeurtenis {
  // Of what a person did the clock owed nothing.
  return { ...data, soort, op: alsTijdstip(ms), verschuldigdOp: null, bron, door } as Gebeurtenis;
}

function leefdeIn({ van, tot }: Periode): Sql {
  return sql`r.ingediend_op < ${eindeVanDag(tot)}::timestamptz
    and (r.status <> 'afgesloten' or r.laatste_op >= ${beginVan(van)}::timestamptz)`;
}
