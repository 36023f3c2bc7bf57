import {
  type Doelgroep,
  type Knelpunttype,
  type Niveau,
  type Status,
  type Systeemreden,
  type Uitkomst,
  type Urgentie,
  type Wens,
  codesVan,
} from '#domain/beleid/codelijsten.ts';
import { type Regio, type Regiocode, REGIOCODES } from '#domain/beleid/regios.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { arrayOf, boolean, instant, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rows, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { type Geteld, isGeteld, OP_DE_REGEL } from './geteld.ts';
import { nuVan } from './klok.ts';
import { geheel, type Lijstzicht, takken, tekstLeesbaar } from './zicht.ts';
import { zoek } from './zoeken.ts';

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

/** Who must act: nobody in particular at the levels where somebody works, one of these people, a party, the filer, or nobody for now. */
export type Aanzetfilter =
  | { soort: 'niveau'; regios: readonly Regio[]; landelijk: boolean }
  | { soort: 'persoon'; een: readonly string[] }
  | { soort: 'partij' | 'melder' | 'niemand' };

/** What a list is narrowed to; several values of one kind widen it. */
export interface Filter {
  niveau?: readonly Niveau[] | undefined;
  status?: readonly Status[] | undefined;
  urgentie?: readonly Urgentie[] | undefined;
  regio?: readonly Regiocode[] | undefined;
  doelgroep?: readonly Doelgroep[] | undefined;
  knelpunttype?: readonly Knelpunttype[] | undefined;
  gemeente?: string | undefined;
  organisatie?: string | undefined;
  melder?: string | undefined;
  behandelaar?: string | undefined;
  teLaat?: boolean | undefined;
  open?: boolean | undefined;
  aanZet?: readonly Aanzetfilter[] | undefined;
  /** It is nobody's turn of these. */
  nietAanZet?: readonly Aanzetfilter[] | undefined;
  wens?: readonly Wens[] | undefined;
  uitkomst?: readonly Uitkomst[] | undefined;
  ligtStil?: boolean | undefined;
  domeindiscussie?: boolean | undefined;
  zonderOverdracht?: boolean | undefined;
  zonderBehandelaar?: boolean | undefined;
  /** Words that must all be in it: as she may read it, in whole or in part. */
  zoek?: string | undefined;
  /** What a figure counts them as; what only the record tells, is asked of what may be read alone. */
  geteld?: Geteld | undefined;
  systeemreden?: readonly Systeemreden[] | undefined;
  /** Amsterdam dates as instants: from, and up to but not including. */
  ingediendVanaf?: Tijdstip | undefined;
  ingediendVoor?: Tijdstip | undefined;
}

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
export async function lijstSignalen(
  db: Db,
  zicht: Lijstzicht,
  filter: Filter,
  { volgorde, na, limiet }: Blad,
): Promise<Signaalregel[]> {
  const { orde, voorbij } = VOLGORDEN[volgorde];
  const alleenOpen = filter.open === true;
  const eisen = await eisenVan(db, zicht, filter, { alleenOpen });
  if (eisen === 'niets') return [];
  const bladen = takken(zicht, alleenOpen).map((tak) => {
    const past = join([tak, ...eisen, ...(na === null ? [] : [voorbij(na)])], ' and ');
    return sql`(select r.id, r.termijn_op, r.ingediend_op from signaal r where ${past} order by ${orde} limit ${limiet})`;
  });
  const gevonden = await rowsOfComposed(
    db,
    sql`select r.id from (${join(bladen, ' union all ')}) r order by ${orde} limit ${limiet}`,
    { id: text },
  );
  return leesRegels(
    db,
    zicht,
    gevonden.map(({ id }) => id),
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
  filters: Readonly<Partial<Record<Naam, Filter>>>,
  hoogstens: number,
): Promise<Partial<Record<Naam, number>>> {
  const gevraagd = Object.entries<Filter | undefined>(filters).map(([naam, filter = {}]) => ({ naam, filter }));
  if (gevraagd.length === 0) return {};
  const alleenOpen = gevraagd.every(({ filter }) => filter.open === true);
  const past: Sql[] = [];
  for (const { filter } of gevraagd) {
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
  const [geteld] = await rowsOfComposed(
    db,
    sql`select array[${join(aantallen, ', ')}]::int[] as aantallen from (${join(delen, ' union all ')} ${genoeg}) r`,
    { aantallen: arrayOf(number) },
  );
  return Object.fromEntries(gevraagd.map(({ naam }, i) => [naam, geteld?.aantallen[i] ?? 0])) as Partial<
    Record<Naam, number>
  >;
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

/** The last onderwerp of the signaal in row `r`, as far as this person may read it. */
export function onderwerpVoor(zicht: Lijstzicht): Sql {
  return sql`(select t.inhoud from tekst t where t.stroom = r.id and t.veld = 'onderwerp' and ${tekstLeesbaar(zicht)}
               order by t.volgnummer desc limit 1)`;
}

const NU = nuVan(sql`r`);
/** On the clock of the signaal in row `r`. */
export const TE_LAAT = sql`coalesce(r.termijn_op <= ${NU}, false)`;

/** What the signaal in row `r` must be to pass this filter, beside being seen; `niets` where nothing can. `alleenOpen`: it is open. */
async function eisenVan(
  db: Db,
  zicht: Lijstzicht,
  filter: Filter,
  { alleenOpen }: { alleenOpen: boolean },
): Promise<Sql[] | 'niets'> {
  const gezocht = filter.zoek === undefined ? [] : await zoek(db, zicht, filter.zoek);
  if (gezocht === 'niets') return 'niets';
  const { geteld, systeemreden } = filter;
  const uitVerslag = systeemreden !== undefined || (geteld !== undefined && !OP_DE_REGEL.includes(geteld.als));
  return [
    ...gekozen(alleenOpen ? { ...filter, open: undefined } : filter),
    ...(geteld === undefined ? [] : [isGeteld(geteld)]),
    ...(uitVerslag ? [geheel(zicht)] : []),
    ...gezocht,
  ];
}

function gekozen(filter: Filter): Sql[] {
  const gelijk: [Sql, string | undefined][] = [
    [sql`r.gemeente`, filter.gemeente],
    [sql`r.organisatie`, filter.organisatie],
    [sql`r.melder`, filter.melder],
    [sql`r.behandelaar`, filter.behandelaar],
  ];
  const eenVan: [Sql, readonly string[] | undefined][] = [
    [sql`r.niveau`, filter.niveau],
    [sql`r.status`, filter.status],
    [sql`r.urgentie`, filter.urgentie],
    [sql`coalesce(r.regio, 'ONBEKEND')`, filter.regio?.includes('ONBEKEND') === true ? filter.regio : undefined],
    [sql`r.regio`, filter.regio?.includes('ONBEKEND') === true ? undefined : filter.regio],
    [sql`r.wens`, filter.wens],
    [sql`r.uitkomst`, filter.uitkomst],
    [sql`r.levensloop ->> 'systeemreden'`, filter.systeemreden],
  ];
  const overlapt: [Sql, readonly string[] | undefined][] = [
    [sql`r.doelgroepen`, filter.doelgroep],
    [sql`r.knelpunttypen`, filter.knelpunttype],
  ];
  const is: [Sql, boolean | undefined][] = [
    [sql`r.status <> 'afgesloten'`, filter.open],
    // For the index of what has a term at all.
    [sql`(r.termijn_op is not null and ${TE_LAAT})`, filter.teLaat],
    [sql`coalesce(r.stil_op <= ${NU}, false)`, filter.ligtStil],
    [sql`r.domeindiscussie`, filter.domeindiscussie],
    [sql`r.zonder_overdracht`, filter.zonderOverdracht],
    [sql`r.behandelaar is null`, filter.zonderBehandelaar],
  ];
  return [
    ...gelijk.flatMap(([kolom, waarde]) => (waarde === undefined ? [] : [sql`${kolom} = ${waarde}`])),
    ...eenVan.flatMap(([kolom, waarden]) => (waarden === undefined ? [] : [sql`${kolom} = any(${waarden}::text[])`])),
    ...overlapt.flatMap(([kolom, waarden]) => (waarden === undefined ? [] : [sql`${kolom} && ${waarden}::text[]`])),
    ...is.flatMap(([eis, waarde]) => (waarde === undefined ? [] : [waarde ? eis : sql`not ${eis}`])),
    ...(filter.aanZet === undefined ? [] : [sql`(${join(filter.aanZet.map(isAanZet), ' or ')})`]),
    ...(filter.nietAanZet === undefined ? [] : [sql`(${join(filter.nietAanZet.map(isAanZet), ' or ')}) is not true`]),
    ...(filter.ingediendVanaf === undefined ? [] : [sql`r.ingediend_op >= ${filter.ingediendVanaf}::timestamptz`]),
    ...(filter.ingediendVoor === undefined ? [] : [sql`r.ingediend_op < ${filter.ingediendVoor}::timestamptz`]),
  ];
}

function isAanZet(wie: Aanzetfilter): Sql {
  switch (wie.soort) {
    case 'niveau': {
      const landelijk = sql`(r.niveau = 'landelijk' or r.niveau = 'regionaal' and r.regio is null)`;
      const regionaal = sql`r.niveau = 'regionaal' and r.regio = any(${wie.regios}::text[])`;
      return sql`(r.aan_zet = 'niveau' and (${wie.landelijk ? sql`${landelijk} or ${regionaal}` : regionaal}))`;
    }
    case 'persoon':
      return sql`(r.aan_zet = 'persoon' and r.aan_zet_wie = any(${wie.een}::text[]))`;
    case 'melder':
      return sql`(r.aan_zet = 'persoon' and r.aan_zet_wie = r.melder)`;
    case 'partij':
    case 'niemand':
      return sql`r.aan_zet = ${wie.soort}`;
  }
}
