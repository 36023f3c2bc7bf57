import type {
  Doelgroep,
  Knelpunttype,
  Niveau,
  Status,
  Systeemreden,
  Uitkomst,
  Urgentie,
  Wens,
} from '#domain/beleid/codelijsten.ts';
import type { Regio, Regiocode } from '#domain/beleid/regios.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Db, join, type Sql, sql } from '../sql.ts';
import { type Geteld, isGeteld, OP_DE_REGEL } from './geteld.ts';
import { nuVan } from './klok.ts';
import { geheel, type Lijstzicht, zonderBelang } from './zicht.ts';
import { zoek } from './zoeken.ts';

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
  /** Words that must all be in it: as they may read it, in whole or in part. */
  zoek?: string | undefined;
  /** What a figure counts them as; what only the record tells, is asked of what may be read alone. */
  geteld?: Geteld | undefined;
  systeemreden?: readonly Systeemreden[] | undefined;
  /** Amsterdam dates as instants: from, and up to but not including. */
  ingediendVanaf?: Tijdstip | undefined;
  ingediendVoor?: Tijdstip | undefined;
}

const NU = nuVan(sql`r`);
/** On the clock of the signaal in row `r`. */
export const TE_LAAT = sql`coalesce(r.termijn_op <= ${NU}, false)`;
/** The same among all that ever was, of which few have a term at all: for the index of those. What is open is walked in the order of its terms. */
const LIEP_AF = sql`(r.termijn_op is not null and ${TE_LAAT})`;

/** What the signaal in row `r` must be to pass this filter, beside being seen; `niets` where nothing can. `alleenOpen`: it is open. */
export async function eisenVan(
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
    ...(alleenOpen
      ? gekozen({ ...filter, open: undefined }, TE_LAAT, zonderBelang(zicht))
      : gekozen(filter, LIEP_AF, zonderBelang(zicht))),
    ...(geteld === undefined ? [] : [isGeteld(geteld)]),
    ...(uitVerslag ? [geheel(zicht)] : []),
    ...gezocht,
  ];
}

/**
 * `teLaat`: how it is asked whether it is too late. `gekend`: that whom others asked may be known; where it may not, nobody was asked, as
 * contract/leesbereik.ts has it.
 */
function gekozen(filter: Filter, teLaat: Sql, gekend: Sql): Sql[] {
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
    [sql`r.systeemreden`, filter.systeemreden],
  ];
  const overlapt: [Sql, readonly string[] | undefined][] = [
    [sql`r.doelgroepen`, filter.doelgroep],
    [sql`r.knelpunttypen`, filter.knelpunttype],
  ];
  const is: [Sql, boolean | undefined][] = [
    [sql`r.status <> 'afgesloten'`, filter.open],
    [teLaat, filter.teLaat],
    [sql`coalesce(r.stil_op <= ${NU}, false)`, filter.ligtStil],
    [sql`(r.domeindiscussie and ${gekend})`, filter.domeindiscussie],
    [sql`(r.zonder_overdracht and ${gekend})`, filter.zonderOverdracht],
    [sql`r.behandelaar is null`, filter.zonderBehandelaar],
  ];
  const aanZet = (wie: Aanzetfilter): Sql => isAanZet(wie, gekend);
  return [
    ...gelijk.flatMap(([kolom, waarde]) => (waarde === undefined ? [] : [sql`${kolom} = ${waarde}`])),
    ...eenVan.flatMap(([kolom, waarden]) => (waarden === undefined ? [] : [sql`${kolom} = any(${waarden}::text[])`])),
    ...overlapt.flatMap(([kolom, waarden]) => (waarden === undefined ? [] : [sql`${kolom} && ${waarden}::text[]`])),
    ...is.flatMap(([eis, waarde]) => (waarde === undefined ? [] : [waarde ? eis : sql`not ${eis}`])),
    ...(filter.aanZet === undefined ? [] : [sql`(${join(filter.aanZet.map(aanZet), ' or ')})`]),
    ...(filter.nietAanZet === undefined ? [] : [sql`(${join(filter.nietAanZet.map(aanZet), ' or ')}) is not true`]),
    ...(filter.ingediendVanaf === undefined ? [] : [sql`r.ingediend_op >= ${filter.ingediendVanaf}::timestamptz`]),
    ...(filter.ingediendVoor === undefined ? [] : [sql`r.ingediend_op < ${filter.ingediendVoor}::timestamptz`]),
  ];
}

function isAanZet(wie: Aanzetfilter, gekend: Sql): Sql {
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
      return sql`(r.aan_zet = 'partij' and ${gekend})`;
    case 'niemand':
      return sql`r.aan_zet = 'niemand'`;
  }
}
