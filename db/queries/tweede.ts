import { heeftRol, type Kijker, RAPPORTMAKERS } from '#domain/bevoegdheden.ts';
import { beoordeeltLessen } from '#domain/les.ts';

import { instant, number, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { isActief } from './actief.ts';
import { magLezen } from './lessen.ts';

/** What one person began and another must look at, in the order in which it is shown. */
export const TWEEDE_SOORTEN = ['verhaal', 'rapport', 'les', 'wissing', 'bewaartermijn'] as const;
export type Tweedesoort = (typeof TWEEDE_SOORTEN)[number];

const WACHT_RIJ = {
  soort: oneOf(TWEEDE_SOORTEN),
  aantal: number,
  /** Since when the newest of them waits, on the clock of the world. */
  nieuwste: instant,
  /** In which report; null for what is in none. */
  rapport: orNull(text),
};

/** How much of one kind waits for a second person. */
export type Tweedewacht = Row<typeof WACHT_RIJ>;

/**
 * What waits for this person as the second, of each kind how much: what they may do something about and did not begin themselves. `db`:
 * theirs, so that what they do not see is not counted.
 */
export async function leesWachtOpTweede(db: Db, kijker: Kijker): Promise<Tweedewacht[]> {
  const delen = takken(kijker);
  if (!kijker.actief || delen.length === 0) return [];
  return rowsOfComposed(
    db,
    sql`select soort, count(*)::int as aantal, tijdstip(max(op)) as nieuwste, min(rapport) as rapport
          from (${join(delen, ' union all ')}) w (soort, op, rapport)
         group by soort order by array_position(${[...TWEEDE_SOORTEN]}::text[], soort)`,
    WACHT_RIJ,
  );
}

function takken(kijker: Kijker): Sql[] {
  const isBeheer = heeftRol(kijker, 'functioneel_beheer');
  const isLandelijk = heeftRol(kijker, 'landelijk_team');
  return [
    ...(RAPPORTMAKERS.some((rol) => heeftRol(kijker, rol)) ? [verhalen(kijker), rapporten(kijker)] : []),
    ...(beoordeeltLessen(kijker) ? [lessen(kijker)] : []),
    ...(isBeheer || isLandelijk ? [wissingen(kijker, { isBeheer, isLandelijk })] : []),
    ...(isBeheer ? [bewaartermijnen(kijker)] : []),
  ];
}

/** The same as `goedkeuren` of bezwaarTegenVignet (domain/rapport/vignetten.ts). */
function verhalen({ id }: Kijker): Sql {
  return sql`select 'verhaal', v.geschreven_op, r.periode || '-v' || r.versie
    from vignet v join rapport r on r.id = v.rapport and r.status = 'concept'
   where v.weg is null and v.tweede_door is null and v.geschreven_door <> ${id} and v.eerste_door is distinct from ${id}
     and v.signaal is not null and staat_verhaal_toe(v.signaal)`;
}

/** The same as `nakijken` and `vrijgeven` of bezwaarTegen (domain/rapport/loop.ts), once no story in it waits. */
function rapporten({ id }: Kijker): Sql {
  return sql`select 'rapport', coalesce(r.nagekeken_op, r.gemaakt_op), r.periode || '-v' || r.versie
    from rapport r
   where (r.status = 'concept' and ${id} <> all (r.auteurs) or r.status = 'nagekeken' and r.nagekeken_door <> ${id})
     and not exists (select from vignet v where v.rapport = r.id and v.weg is null and v.tweede_door is null)`;
}

/** The same as bezwaarTegenBeoordelen (domain/les.ts). */
function lessen(kijker: Kijker): Sql {
  return sql`select 'les', l.geschreven_op, null from les l
   where l.status = 'wacht' and l.geschreven_door <> ${kijker.id} and ${magLezen(kijker)}`;
}

/** The same as `tweede` of bevestiging and bezwaarTegenNu (domain/wissen.ts): of the two one is of each role, and it may go now. */
function wissingen({ id }: Kijker, { isBeheer, isLandelijk }: { isBeheer: boolean; isLandelijk: boolean }): Sql {
  return sql`select 'wissing', w.eerste_op, null from wissing w join gebruiker e on e.id = w.eerste_door
   where w.status = 'voorgesteld' and e.id <> ${id} and ${isActief(sql`e`)}
     and (gesloten_op(w.stroom) = w.afgesloten_op or w.grond <> 'bewaartermijn' and gesloten_op(w.stroom) is not null)
     and (${isBeheer} and e.rollen @> array['landelijk_team'] or ${isLandelijk} and e.rollen @> array['functioneel_beheer'])`;
}

/** The same as eisTweedeBeheerder (domain/wissen.ts). */
function bewaartermijnen({ id }: Kijker): Sql {
  return sql`select 'bewaartermijn', v.op, null from bewaartermijnvoorstel v
   where v.bevestigd_door is null and v.door <> ${id}`;
}
