import type { Ketenpartnertype } from '#domain/beleid/codelijsten.ts';
import type { Cijfercode } from '#domain/cijfers.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Sql, sql } from '../sql.ts';
import { datumIn } from './klok.ts';

/** Between which instants, at which days begin in Amsterdam (UTC; absent for no bound), something happened. */
interface Tussen {
  vanaf?: Tijdstip | undefined;
  voor?: Tijdstip | undefined;
}

/** What a signaal is counted as. */
export interface Geteld extends Tussen {
  als: Cijfercode;
  /** To what kind of organisatie it was asked. */
  aan?: Ketenpartnertype | undefined;
  /** And to which. */
  organisatie?: string | undefined;
}

/** What the line of a signaal tells; the rest is in its record. */
export const OP_DE_REGEL: readonly Cijfercode[] = ['afgesloten'];

/** What a closing `x` must be to count as that. */
export const SLUITINGEISEN = {
  gesloten: sql`true`,
  teruggekoppeld: sql`x.terugkoppeling is not null`,
  op_tijd_teruggekoppeld: sql`x.terugkoppeling = 'op_tijd'`,
  te_laat_teruggekoppeld: sql`x.terugkoppeling = 'te_laat'`,
  terugblik_gevraagd: sql`x.terugblik is not null`,
  terugblik_beantwoord: sql`x.terugblik = any(array['helpt', 'helpt_deels', 'helpt_niet'])`,
  terugblik_helpt: sql`x.terugblik = 'helpt'`,
  terugblik_helpt_deels: sql`x.terugblik = 'helpt_deels'`,
  terugblik_helpt_niet: sql`x.terugblik = 'helpt_niet'`,
  terugblik_onbeantwoord: sql`x.terugblik = any(array['gevraagd', 'onbeantwoord'])`,
  heropend: sql`x.heropend`,
  dicht_gebleven: sql`not x.heropend`,
} as const satisfies Partial<Record<Cijfercode, Sql>>;
type Sluitingcode = keyof typeof SLUITINGEISEN;
export const SLUITINGCODES = Object.keys(SLUITINGEISEN) as Sluitingcode[];

/** The closing `x` has an outcome that people gave. */
export const VAN_MENSEN = sql`x.soort = any(array['teruggekoppeld', 'eigen_uitkomst'])`;

/** The closings `x` with an outcome that people gave, of the signaal in row `r`. */
export function sluitingen(tussen: Tussen, eis: Sql = sql`true`): Sql {
  return sql`(select r.id as signaal, x.* from unnest(r.sluitingen) x
               where ${VAN_MENSEN} and ${opDagen(sql`x.op`, tussen)} and ${eis})`;
}

/** What was said of what the closing `x` came to for the family: `e`, with in which list its code is; `bekend` for that anything was. */
export const EFFECTEN = sql`(
  select 'bekend' as lijst, 'bekend' as code where x.effect is not null
  union all select 'verandering', jsonb_array_elements_text(x.effect -> 'veranderingen')
  union all select 'uren_minder', x.effect ->> 'urenMinder' where x.effect ->> 'urenMinder' is not null
  union all select 'kosten_minder', x.effect ->> 'kostenMinder' where x.effect ->> 'kostenMinder' is not null)`;

/** What was asked of organisaties in the signaal in row `r`: `x`, of `o`. */
export function vragen(tussen: Tussen, eis: Sql = sql`true`): Sql {
  return sql`(select r.id as signaal, x.*, o.type, o.naam from unnest(r.vragen) x join organisatie o on o.id = x.organisatie
               where ${opDagen(sql`x.gesteld`, tussen)} and ${eis})`;
}

/** The stays `x` of the signaal in row `r` that ended. */
function verblijven(tussen: Tussen, eis: Sql = sql`true`): Sql {
  return sql`(select r.id as signaal, x.* from unnest(r.verblijven) x where ${opDagen(sql`x.tot`, tussen)} and ${eis})`;
}

/** The signaal in row `r` counts as that. */
export function isGeteld({ als, aan, organisatie, ...tussen }: Geteld): Sql {
  switch (als) {
    case 'afgesloten':
      return sql`(r.status = 'afgesloten' and ${binnen(sql`r.afgesloten_op`, tussen)})`;
    case 'van_lokaal':
      return sql`exists ${verblijven(tussen, sql`x.niveau = 'lokaal'`)}`;
    case 'van_regionaal':
      return sql`exists ${verblijven(tussen, sql`x.niveau = 'regionaal'`)}`;
    case 'van_landelijk':
      return sql`exists ${verblijven(tussen, sql`x.niveau = 'landelijk'`)}`;
    case 'gevraagd':
      return sql`exists ${vragen(
        tussen,
        sql`o.type = coalesce(${aan ?? null}::text, o.type) and o.id = coalesce(${organisatie ?? null}::text, o.id)`,
      )}`;
    default:
      return sql`exists ${sluitingen(tussen, SLUITINGEISEN[als satisfies Sluitingcode])}`;
  }
}

function binnen(op: Sql, { vanaf, voor }: Tussen): Sql {
  const begin = vanaf === undefined ? sql`true` : sql`${op} >= ${vanaf}::timestamptz`;
  return voor === undefined ? sql`${op} is not null and ${begin}` : sql`${begin} and ${op} < ${voor}::timestamptz`;
}

/** The same of a date in Amsterdam. */
export function opDagen(op: Sql, { vanaf, voor }: Tussen): Sql {
  const begin = vanaf === undefined ? sql`true` : sql`${op} >= ${datumIn(sql`${vanaf}::timestamptz`)}`;
  const eind = voor === undefined ? sql`${op} is not null` : sql`${op} < ${datumIn(sql`${voor}::timestamptz`)}`;
  return sql`(${begin} and ${eind})`;
}
