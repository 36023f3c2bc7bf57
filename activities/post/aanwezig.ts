import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import { magZien } from '#domain/bevoegdheden.ts';
import { STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';
import type { Persoon } from '#domain/signaal/kader.ts';
import { coordinatoren } from '#domain/signaal/ladder.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Datum, Tijdstip } from '#domain/tijd/amsterdam.ts';

import { nietVoor } from '../uitvoeren/niet-voor.ts';

/** Somebody who is not away and may know of the signaal. */
export interface Aanwezige {
  id: string;
  week: Werkweek;
}

/** True for gebruiker `wie` on `datum`, both SQL. */
export function isAfwezig(wie: Sql, datum: Sql): Sql {
  return sql`exists (select from waarneming v where v.afwezige = ${wie} and ${datum} between v.van and v.tot)`;
}

/** Who acts for somebody who is away on `datum`, if there and without conflict. */
export function waarnemers(db: Db, afwezige: string, staat: Staat, datum: Datum): Promise<Aanwezige[]> {
  return zoek(
    db,
    staat,
    datum,
    sql`g.id in (select w.waarnemer from waarneming w where w.afwezige = ${afwezige} and ${datum}::date between w.van and w.tot)`,
  );
}

/** The coordinators of the level at which the signaal is, who are there on `datum`. */
export function coordinatorenVan(db: Db, staat: Staat, datum: Datum): Promise<Aanwezige[]> {
  const groep = coordinatoren(staat.niveau, staat);
  return groep.soort === 'coordinatoren'
    ? zoek(db, staat, datum, sql`g.rollen @> array['regiocoordinator'] and g.regios @> array[${groep.regio}]`)
    : landelijkTeam(db, staat, datum);
}

/** The landelijk team, as far as it is there on `datum`. */
export function landelijkTeam(db: Db, staat: Staat, datum: Datum): Promise<Aanwezige[]> {
  return zoek(db, staat, datum, sql`g.rollen @> array['landelijk_team']`);
}

/** Of these the one who is first at work after `op`, when that is before `dan`. */
export function eerderAanHetWerk(
  mensen: readonly Aanwezige[],
  { op, dan, kalender }: { op: Tijdstip; dan: Tijdstip; kalender: Staat['kalender'] },
): { id: string; nietVoor: Tijdstip } | undefined {
  return mensen
    .map(({ id, week }) => ({ id, nietVoor: nietVoor('direct', op, kalender, week) }))
    .filter((iemand) => iemand.nietVoor < dan)
    .toSorted((een, ander) => (een.nietVoor === ander.nietVoor ? 0 : een.nietVoor < ander.nietVoor ? -1 : 1))[0];
}

async function zoek(db: Db, staat: Staat, datum: Datum, wie: Sql): Promise<Aanwezige[]> {
  const gevonden = await rows<Persoon & { week: Werkweek | null }>(
    db,
    sql`select g.id, g.rollen, g.regios, g.organisatie, g.actief, ${WEEK} as week,
               array(select w.afwezige from waarneming w
                      where w.waarnemer = g.id and ${datum}::date between w.van and w.tot) as "neemtWaarVoor"
          from gebruiker g
         where g.actief and ${wie} and not ${isAfwezig(sql`g.id`, sql`${datum}::date`)}
         order by g.id`,
  );
  return gevonden
    .filter((persoon) => magZien(persoon, staat))
    .map(({ id, week }) => ({ id, week: week ?? STANDAARDWEEK }));
}
