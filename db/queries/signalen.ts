import { codesVan } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { arrayOf, boolean, instant, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rows, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { eisenVan, type Filter, TE_LAAT } from './filter.ts';
import { type Lijstzicht, takken, tekstLeesbaar } from './zicht.ts';

const SIGNAALREGEL_RIJ = {
  id: text,
  nummer: text,
  /** What it is about; null for who may not read that, and once it was erased. */
  onderwerp: orNull(text),
  niveau: oneOf(codesVan('niveau')),
  status: oneOf(codesVan('status')),
  urgentie: oneOf(codesVan('urgentie')),
  wens: oneOf(codesVan('wens')),
  regio: orNull(oneOf(REGIOCODES)),
  gemeente: orNull(object({ code: text, naam: text })),
  organisatie: orNull(object({ id: text, naam: text })),
  doelgroepen: arrayOf(oneOf(codesVan('doelgroep'))),
  knelpunttypen: arrayOf(oneOf(codesVan('knelpunttype'))),
  melder: object({ id: text, naam: text, telefoon: orNull(text) }),
  behandelaar: orNull(object({ id: text, naam: text, telefoon: orNull(text) })),
  uitkomst: orNull(oneOf(codesVan('uitkomst'))),
  ingediendOp: instant,
  laatsteOp: instant,
  afgeslotenOp: orNull(instant),
  /** When the earliest running term is over. */
  termijnOp: orNull(instant),
  teLaat: boolean,
};

/** A line in a list of signalen. */
export type Signaalregel = Row<typeof SIGNAALREGEL_RIJ>;

/** By the end of the running term, the first first and without a term last; or by when it was filed, the last first. */
export type Volgorde = 'termijn' | 'ingediend';

/** The last line that was seen: the list goes on after it. `op`: what it is in order by; null for no term. */
export interface SignalenCursor {
  op: Tijdstip | null;
  id: string;
}

/** Which part of a list. */
export interface Blad {
  volgorde: Volgorde;
  na: SignalenCursor | null;
  limiet: number;
}

/**
 * At most `limiet` signalen within this sight. By filing a line never moves, so no page misses or repeats one; by term it moves when its
 * term does.
 */
export async function lijstSignalen(db: Db, zicht: Lijstzicht, filter: Filter, blad: Blad): Promise<Signaalregel[]> {
  return leesRegels(db, zicht, await vindSignalen(db, zicht, filter, blad));
}

/** Which those are, by id, in their order. */
export async function vindSignalen(
  db: Db,
  zicht: Lijstzicht,
  filter: Filter,
  { volgorde, na, limiet }: Blad,
): Promise<string[]> {
  const { orde, voorbij } = VOLGORDEN[volgorde];
  const alleenOpen = filter.open === true;
  const eisen = await eisenVan(db, zicht, filter, { alleenOpen });
  if (eisen === 'niets') return [];
  const bladen = takken(zicht, alleenOpen).map((tak) => {
    const past = join([tak, ...eisen, ...(na === null ? [] : [voorbij(na)])], ' and ');
    return sql`(select r.id, r.termijn_op, r.ingediend_op from signaal r where ${past} order by ${orde} limit ${limiet})`;
  });
  const gevonden = await (isGewoon(filter) ? rows : rowsOfComposed)(
    db,
    sql`select r.id from (${join(bladen, ' union all ')}) r order by ${orde} limit ${limiet}`,
    { id: text },
  );
  return gevonden.map(({ id }) => id);
}

/** With what can be chosen one at a time there are few texts of a query, and they are asked all day: the server keeps their plans. */
function isGewoon({ open: _open, zoek, geteld, ...gekozen }: Filter): boolean {
  return (
    zoek === undefined && geteld === undefined && Object.values(gekozen).filter((eis) => eis !== undefined).length <= 1
  );
}

/**
 * The lines of these, in this order. Which ones they are is asked first: planning a query that asks for all of a line costs more than the rest,
 * and the texts of this one are as few as the kinds of sight.
 */
export async function leesRegels(db: Db, zicht: Lijstzicht, ids: readonly string[]): Promise<Signaalregel[]> {
  if (ids.length === 0) return [];
  const regels = await rows(
    db,
    sql`select r.id, r.nummer, ${onderwerpVoor(zicht)} as onderwerp, r.niveau, r.status, r.urgentie, r.wens, r.regio, r.doelgroepen, r.knelpunttypen, r.uitkomst,
          case when g.code is not null then jsonb_build_object('code', g.code, 'naam', g.naam) end as gemeente,
          case when o.id is not null then jsonb_build_object('id', o.id, 'naam', o.naam) end as organisatie,
          jsonb_build_object('id', m.id, 'naam', m.naam, 'telefoon', m.telefoon) as melder,
          case when b.id is not null then jsonb_build_object('id', b.id, 'naam', b.naam, 'telefoon', b.telefoon) end as behandelaar,
          tijdstip(r.ingediend_op) as "ingediendOp", tijdstip(r.laatste_op) as "laatsteOp",
          tijdstip(r.afgesloten_op) as "afgeslotenOp", tijdstip(r.termijn_op) as "termijnOp", ${TE_LAAT} as "teLaat"
        from signaal r
          join gebruiker m on m.id = r.melder
          left join gebruiker b on b.id = r.behandelaar
          left join gemeente g on g.code = r.gemeente
          left join organisatie o on o.id = r.organisatie
        where r.id = any(${ids}::uuid[])`,
    SIGNAALREGEL_RIJ,
  );
  const perId = new Map(regels.map((regel) => [regel.id, regel]));
  return ids.flatMap((id) => perId.get(id) ?? []);
}

/**
 * Of each filter how many signalen within this sight pass it; more than `hoogstens` are not told. All are counted in one walk along what passes
 * any of them, so filters on what is open go together.
 */
export async function telSignalen<Naam extends string>(
  db: Db,
  zicht: Lijstzicht,
  filters: Filters<Naam>,
  hoogstens: number,
): Promise<Partial<Record<Naam, number>>> {
  if (Object.keys(filters).length === 0) return {};
  return bijNaam(filters, await rowsOfComposed(db, await telling(db, zicht, filters, hoogstens), AANTALLEN_RIJ));
}

/** The same of filters that stand in the source, so that the server keeps the plan. */
export async function telVast<Naam extends string>(
  db: Db,
  zicht: Lijstzicht,
  filters: Filters<Naam>,
  hoogstens: number,
): Promise<Partial<Record<Naam, number>>> {
  return bijNaam(filters, await rows(db, await telling(db, zicht, filters, hoogstens), AANTALLEN_RIJ));
}

type Filters<Naam extends string> = Readonly<Partial<Record<Naam, Filter>>>;
const AANTALLEN_RIJ = { aantallen: arrayOf(number) };

function bijNaam<Naam extends string>(
  filters: Filters<Naam>,
  [geteld]: Row<typeof AANTALLEN_RIJ>[],
): Partial<Record<Naam, number>> {
  return Object.fromEntries(Object.keys(filters).map((naam, i) => [naam, geteld?.aantallen[i] ?? 0])) as Partial<
    Record<Naam, number>
  >;
}

async function telling(db: Db, zicht: Lijstzicht, filters: Filters<string>, hoogstens: number): Promise<Sql> {
  const gevraagd = Object.values(filters).map((filter = {}) => filter);
  const alleenOpen = gevraagd.every(({ open }) => open === true);
  const past: Sql[] = [];
  for (const filter of gevraagd) {
    const eisen = await eisenVan(db, zicht, filter, { alleenOpen });
    past.push(eisen === 'niets' ? sql`false` : sql`(${join([sql`true`, ...eisen], ' and ')})`);
  }
  const kolom = (_: unknown, i: number): Sql => sql.id(`past${i}`);
  const kolommen = past.map((eis, i) => sql`${eis} as ${kolom(eis, i)}`);
  const delen = takken(zicht, alleenOpen).map(
    (tak) => sql`select ${join(kolommen, ', ')} from signaal r where ${tak} and (${join(past, ' or ')})`,
  );
  // Of one filter there is no need to find more.
  const genoeg = past.length === 1 ? sql`limit ${hoogstens}` : sql``;
  const aantallen = past.map((eis, i) => sql`least(count(*) filter (where r.${kolom(eis, i)}), ${hoogstens})`);
  return sql`select array[${join(aantallen, ', ')}]::int[] as aantallen from (${join(delen, ' union all ')} ${genoeg}) r`;
}

const VOLGORDEN: Readonly<Record<Volgorde, { orde: Sql; voorbij: (cursor: SignalenCursor) => Sql }>> = {
  termijn: {
    orde: sql`coalesce(r.termijn_op, 'infinity'), r.id`,
    voorbij: ({ op, id }) =>
      sql`(coalesce(r.termijn_op, 'infinity'), r.id) > (coalesce(${op}::timestamptz, 'infinity'), ${id}::uuid)`,
  },
  ingediend: {
    orde: sql`r.ingediend_op desc, r.id desc`,
    voorbij: ({ op, id }) => sql`(r.ingediend_op, r.id) < (${op}::timestamptz, ${id}::uuid)`,
  },
};

/** When all that people wrote in the signaal in row `r` was erased; null when it was not. */
export const gewistOp = sql`(select tijdstip(max(w.op)) from gebeurtenis w where w.stroom = r.id and w.soort = 'gewist')`;

/** The last onderwerp of the signaal in row `r`, as far as this person may read it. */
export function onderwerpVoor(zicht: Lijstzicht): Sql {
  return sql`(select t.inhoud from tekst t where t.stroom = r.id and t.veld = 'onderwerp' and ${tekstLeesbaar(zicht)}
               order by t.volgnummer desc limit 1)`;
}
