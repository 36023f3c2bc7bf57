import { date, json, list, object, orNull } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { PERSOON_RIJ, WAARNEEMDAGEN_RIJ, waarneemdagenVan } from '#db/queries/gebruikers.ts';
import { datumIn } from '#db/queries/klok.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import { heeftRol, type Kijker, magLezen, opDatum } from '#domain/bevoegdheden.ts';
import { STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';
import { coordinatoren } from '#domain/signaal/ladder.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Datum, Tijdstip } from '#domain/tijd/amsterdam.ts';

import { nietVoor } from './niet-voor.ts';

/** Somebody who is not away and may know of the signaal. */
export interface Aanwezige {
  id: string;
  week: Werkweek;
}

/** True for gebruiker `wie` on `datum`, both SQL. */
export function isAfwezig(wie: Sql, datum: Sql): Sql {
  return sql`exists (select from waarneming v where v.afwezige = ${wie} and ${datum} between v.van and v.tot)`;
}

/** The coordinators of the level at which the signaal is, who are there on `datum`. */
export async function coordinatorenVan(db: Db, staat: Staat, datum: Datum): Promise<Aanwezige[]> {
  const groep = coordinatoren(staat.niveau, staat);
  const wie =
    groep.soort === 'coordinatoren'
      ? sql`g.rollen @> array['regiocoordinator'] and g.regios @> array[${groep.regio}]`
      : sql`g.rollen @> array['landelijk_team']`;
  return wieErIs(await leesKandidaten(db, wie), staat, datum);
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

/** Dates, first and last included. */
interface Dagen {
  van: Datum;
  tot: Datum;
}

/** Somebody who may get what is for others, with the days of being away or deputising, from today. */
interface Kandidaat extends Kijker {
  week: Werkweek | null;
  weg: readonly Dagen[];
}

/** Who may take over from one person, read once for all that is taken over. Each function answers for one signaal and date. */
export interface Vervangers {
  /** The days of absence, from today, in order. */
  weg: readonly Dagen[];
  /** Who acts meanwhile, if there and without conflict. */
  waarnemers: (staat: Staat, datum: Datum) => Aanwezige[];
  /** The others who coordinate at the level of the signaal. */
  collegas: (staat: Staat, datum: Datum) => Aanwezige[];
  landelijk: (staat: Staat, datum: Datum) => Aanwezige[];
}

export async function leesVervangers(db: Db, afwezige: string): Promise<Vervangers> {
  const alle = await leesKandidaten(
    db,
    sql`g.id = ${afwezige} or g.rollen && array['regiocoordinator', 'landelijk_team']
        or g.id in (select w.waarnemer from waarneming w where w.afwezige = ${afwezige})`,
  );
  const anderen = alle.filter(({ id }) => id !== afwezige);
  const kies = (staat: Staat, datum: Datum, wie: (iemand: Kandidaat) => boolean): Aanwezige[] =>
    wieErIs(anderen.filter(wie), staat, datum);
  return {
    weg: alle.find(({ id }) => id === afwezige)?.weg ?? [],
    waarnemers: (staat, datum) =>
      kies(staat, datum, ({ waarnemingen }) =>
        waarnemingen.some((dagen) => dagen.afwezige === afwezige && valtIn(datum, dagen)),
      ),
    collegas: (staat, datum) => {
      const groep = coordinatoren(staat.niveau, staat);
      return kies(staat, datum, (iemand) =>
        groep.soort === 'coordinatoren'
          ? heeftRol(iemand, 'regiocoordinator') && iemand.regios.includes(groep.regio)
          : heeftRol(iemand, 'landelijk_team'),
      );
    },
    landelijk: (staat, datum) => kies(staat, datum, (iemand) => heeftRol(iemand, 'landelijk_team')),
  };
}
const KANDIDAAT_RIJ = {
  ...PERSOON_RIJ,
  week: orNull(json<Werkweek>()),
  weg: list(object({ van: date, tot: date })),
  ...WAARNEEMDAGEN_RIJ,
};

async function leesKandidaten(db: Db, wie: Sql): Promise<Kandidaat[]> {
  // No stream is behind the world, so what ended before today no longer counts anywhere.
  const nog = sql`w.tot >= ${datumIn(sql`now()`)}`;
  return rows(
    db,
    sql`select g.id, g.rollen, g.regios, g.organisatie, ${isActief(sql`g`)} as actief, ${WEEK} as week,
               (select coalesce(jsonb_agg(jsonb_build_object('van', w.van, 'tot', w.tot) order by w.van), '[]')
                  from waarneming w where w.afwezige = g.id and ${nog}) as weg, ${waarneemdagenVan(sql`g`)}
          from gebruiker g where ${isActief(sql`g`)} and (${wie}) order by g.id`,
    KANDIDAAT_RIJ,
  );
}

function wieErIs(kandidaten: readonly Kandidaat[], staat: Staat, datum: Datum): Aanwezige[] {
  return kandidaten
    .filter(({ weg }) => !weg.some((dagen) => valtIn(datum, dagen)))
    .filter((kandidaat) => magLezen(opDatum(kandidaat, datum), staat))
    .map(({ id, week }) => ({ id, week: week ?? STANDAARDWEEK }));
}

function valtIn(datum: Datum, { van, tot }: Dagen): boolean {
  return van <= datum && datum <= tot;
}
