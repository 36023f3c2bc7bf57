import type { Regio } from '#domain/beleid/regios.ts';
import { type Kijker, type Waarneemdagen, type Zicht, zichtVan } from '#domain/bevoegdheden.ts';

import { join, type Sql, sql } from '../sql.ts';
import { raakt } from './belangen.ts';
import { datumIn, nuVan } from './klok.ts';

/** What somebody may see, and who they deputise for on which dates of a signaal's own clock. */
export interface Lijstzicht extends Pick<Kijker, 'waarnemingen'> {
  zicht: Zicht;
}

/** That of a person; null for roles that see no case at all. */
export function lijstzichtVan(persoon: Kijker): Lijstzicht | null {
  const zicht = zichtVan(persoon);
  return zicht === null ? null : { zicht, waarnemingen: persoon.waarnemingen };
}

/** The same as leesbereikVan in domain/bevoegdheden.ts, for many rows at once: all but `niets`. */
export function zichtbaar(lijstzicht: Lijstzicht): Sql {
  return sql`((${join(takken(lijstzicht), ') or (')}))`;
}

/**
 * The same in parts without a row in common, each with an index of its own: what one filed, and what one sees by a region, can be walked in the
 * order of a list, and the few that one sees otherwise are led to, because under a policy the indexes on arrays are no way. `alleenOpen`: only of
 * what is open.
 */
export function takken(lijstzicht: Lijstzicht, alleenOpen = false): Sql[] {
  const { persoon, alles, regios, nietVan } = lijstzicht.zicht;
  const zonderConflict =
    nietVan === null ? sql`true` : sql`(r.melder = ${persoon} or not ${raakt(sql`${nietVan}::text`, sql`r`)})`;
  const mits = alleenOpen ? sql`r.status <> 'afgesloten' and ${zonderConflict}` : zonderConflict;
  if (alles) return [mits];
  const wegen = sql`(${join(wegenVan(lijstzicht), ' or ')})`;
  const waargenomenRegios = lijstzicht.waarnemingen.flatMap((waarneming) => waarneming.regios);
  const gebied = [...new Set([...regios, ...waargenomenRegios])];
  // What these give is open by itself; to ask once more would have PostgreSQL look through all that is.
  const leidt = alleenOpen ? sql`eigen_open_signalen()` : sql`eigen_signalen()`;
  const elders = sql`(r.regio = any(${gebied}::text[])) is not true`;
  return [
    ...gebied.map((regio) => sql`r.regio = ${regio} and ${regios.includes(regio) ? sql`true` : wegen} and ${mits}`),
    sql`r.melder = ${persoon} and ${elders} and ${mits}`,
    sql`r.id = any(array(select ${leidt})) and r.melder <> ${persoon} and ${elders} and ${wegen} and ${zonderConflict}`,
  ];
}

/** Where leesbereikVan says `alles`: what others wrote and were asked may be known, and not its line alone. */
export function leesbaar(lijstzicht: Lijstzicht): Sql {
  return sql`${zichtbaar(lijstzicht)} and ${geheel(lijstzicht)}`;
}

/** The same of what is seen already. */
export function geheel(lijstzicht: Lijstzicht): Sql {
  return sql`${verteld(lijstzicht)} and ${zonderBelang(lijstzicht)}`;
}

/** The signaal in row `r` does not concern the employer of who asks, not even when they filed it. */
export function zonderBelang(lijstzicht: Lijstzicht): Sql {
  const { nietVan } = lijstzicht.zicht;
  return nietVan === null ? sql`true` : sql`not ${raakt(sql`${nietVan}::text`, sql`r`)}`;
}

/**
 * What was written in row `t`, of the signaal in row `r`, may be read (leesbereikVan, and contract/leesbereik.ts): all of it, or where it
 * concerns their employer only their own words, what they were asked and the answer to them.
 */
export function tekstLeesbaar(lijstzicht: Lijstzicht): Sql {
  const { persoon, nietVan } = lijstzicht.zicht;
  const eigenWoorden =
    nietVan === null
      ? sql`true`
      : sql`(not ${raakt(sql`${nietVan}::text`, sql`r`)} or t.veld = 'terugkoppeling' or exists (select from gebeurtenis g
               where g.stroom = t.stroom and g.volgnummer = t.volgnummer
                 and (g.door = ${persoon} or g.soort = 'verzoek_gedaan' and g.data ->> 'persoon' = ${persoon})))`;
  return sql`not r.gewist and ${eigenWoorden} and ${verteld(lijstzicht)}`;
}

/** The signaal in row `r` was brought to who else sees its line alone. */
function verteld(lijstzicht: Lijstzicht): Sql {
  if (!lijstzicht.zicht.naMelding) return sql`true`;
  return sql`(r.programmaleiding_weet or ${join(wegenVan(lijstzicht), ' or ')})`;
}

/** In what ways somebody has to do with the signaal in row `r`. */
function wegenVan({ zicht: { persoon, regios }, waarnemingen }: Lijstzicht): Sql[] {
  return [
    sql`r.melder = ${persoon}`,
    inEenVan(regios),
    sql`r.behandelaars @> array[${persoon}::text]`,
    sql`r.meedenkers @> array[${persoon}::text]`,
    ...waarnemingen.map(waargenomen),
  ];
}

/** The signaal in row `r` is, or was, in one of these regions. */
function inEenVan(regios: readonly Regio[]): Sql {
  const nu = regios.length > 0 ? sql`r.regio = any(${regios}::text[]) or` : sql``;
  return sql`(${nu} r.eerdere_regios && ${regios}::text[])`;
}

function waargenomen({ afwezige, regios, van, tot }: Waarneemdagen): Sql {
  const inRegio = regios.length > 0 ? sql`or ${inEenVan(regios)}` : sql``;
  return sql`((r.behandelaar = ${afwezige} ${inRegio})
    and ${datumIn(nuVan(sql`r`))} between ${van}::date and ${tot}::date)`;
}
