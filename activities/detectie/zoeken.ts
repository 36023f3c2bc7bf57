import { randomUUID } from 'node:crypto';

import { arrayOf, boolean, date, number, oneOf, orNull, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { leesNoemers } from '#db/queries/noemers.ts';
import { leesTellingen } from '#db/queries/tellingen.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';
import type { AlVerteld } from '#domain/detectie/afkoeling.ts';
import { gewichtenVan, maakBlootstelling, meldtempo } from '#domain/detectie/blootstelling.ts';
import { clientenverloop } from '#domain/detectie/clienten.ts';
import { overal } from '#domain/detectie/kaart.ts';
import { zoekInNacht } from '#domain/detectie/nacht.ts';
import { REGIOGEBIEDEN, REGIOKAART } from '#domain/detectie/regiokaart.ts';
import { INDELINGEN, type Telindeling } from '#domain/detectie/toelichting.ts';
import { BASISDAGEN, VENSTERS } from '#domain/detectie/vensters.ts';
import { weekverloop } from '#domain/detectie/verloop.ts';
import { type Datum, dagnummer, datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { isWerkdag } from '#domain/tijd/werkdagen.ts';

import { bewaarVondsten, leesGetelde, type Nachtvondst } from './bewaren.ts';
import { STAPELS, vindStapelingen, vindTekstgroepen } from './stapelingen.ts';

/** For whom its queries run. */
export const ALS = { rol: 'dienst', dienst: 'detectie' } as const;

/** One a month is what a team can look into; each list has its share. */
const VALS_PER_JAAR = 12 / INDELINGEN.length;
/** A year before the longest window, and a year of which the seasons are known. */
const DAGEN_TERUG = 2 * BASISDAGEN + (VENSTERS.at(-1) as number);
/** After so long nearly all that happened is reported. */
const MELDDAGEN = 56;

/**
 * Looks at what there is at the end of the day before `nu` in Amsterdam, or at `nu` when somebody asked, and keeps what stands out. Asked
 * again on the same day it finds nothing new: what it kept cools down. Returns how many it kept.
 */
export function zoekPatronen(database: Database, kalender: Kalender, nu: Tijdstip): Promise<number> {
  return database.inTransaction(ALS, async (db) => {
    // Two nights at once would tell the same twice.
    await rows(db, sql`lock table patroonvoorstel in share row exclusive mode`);
    const gevraagd = await rows(db, sql`select from patroonzoeking where klaar_op is null`);
    // Who asks by day wants to know of today as well.
    const dag = plusDagen(datumVan(nu), gevraagd.length > 0 ? 0 : -1);
    const vondsten = await zoekAlles(db, dag, kalender);
    await bewaarVondsten(db, vondsten, dag, nu);
    await rondAf(db, nu, vondsten.length);
    return vondsten.length;
  });
}

/** What somebody asked for is done; else this was a night. */
async function rondAf(db: Db, nu: Tijdstip, gevonden: number): Promise<void> {
  const afgerond = await rows(
    db,
    sql`update patroonzoeking set klaar_op = greatest(gevraagd_op, ${nu}::timestamptz), gevonden = ${gevonden} where klaar_op is null returning id`,
  );
  if (afgerond.length > 0) return;
  await rows(
    db,
    sql`insert into patroonzoeking (id, gevraagd_op, klaar_op, gevonden) values (${randomUUID()}, ${nu}, ${nu}, ${gevonden})`,
  );
}

async function zoekAlles(db: Db, dag: Datum, kalender: Kalender): Promise<Nachtvondst[]> {
  const vondsten: Nachtvondst[] = [];
  for (const indeling of INDELINGEN) vondsten.push(...(await zoekIn(db, indeling, dag, kalender)));
  for (const soort of STAPELS) vondsten.push(...(await vindStapelingen(db, soort, dag)));
  return [...vondsten, ...(await vindTekstgroepen(db, dag))];
}

type Telregel = Awaited<ReturnType<typeof leesTellingen>>[number];

async function zoekIn(db: Db, indeling: Telindeling, gisteren: Datum, kalender: Kalender): Promise<Nachtvondst[]> {
  const vanaf = await leesBegin(db, gisteren);
  const dagen = dagnummer(gisteren) - dagnummer(vanaf) + 1;
  const codes: readonly string[] = codesVan(indeling);
  const lees = async (wijze: Telindeling | 'samen'): Promise<Telregel[]> =>
    (await leesTellingen(db, wijze, vanaf)).filter(({ melddatum }) => melddatum <= gisteren);
  const regels = await lees(indeling);
  const samen = await lees('samen');
  const clienten = clientenverloop(await leesNoemers(db));
  const dagVan = (datum: Datum): number => dagnummer(datum) - dagnummer(vanaf);
  const deelVan = ({ voorvaldatum, regio, aantal }: Telregel) => ({
    dag: dagVan(voorvaldatum),
    gebied: REGIOGEBIEDEN.findIndex((een) => een === regio),
    aantal,
  });
  const uitschieters = zoekInNacht({
    tellingen: regels.map((regel) => ({ ...deelVan(regel), categorie: codes.indexOf(regel.code) })),
    samen: samen.map(deelVan),
    kaart: REGIOKAART,
    categorieen: codes.length,
    blootstelling: maakBlootstelling(
      gewichtenVan(
        dagen,
        (dag) => !isWerkdag(plusDagen(vanaf, dag), kalender),
        (dag) => clienten(plusDagen(vanaf, dag)),
      ),
      meldtempo(vertragingen(samen, plusDagen(gisteren, -MELDDAGEN)), MELDDAGEN),
    ),
    dag: dagen - 1,
    eerder: await verteld(db, indeling, codes, dagVan, gisteren),
    valsPerJaar: VALS_PER_JAAR,
  });
  return Promise.all(
    uitschieters.map(async ({ blik, categorie, zone, venster, aantal, verwacht, kans }) => {
      const bewijs = {
        blik,
        indeling,
        code: codes[categorie] ?? null,
        regios: regiosVan(zone),
        dagen: venster,
        aantal,
        verwacht,
        kans,
      };
      const eigen = (bewijs.code === null ? samen : regels).filter(
        ({ code, regio }) =>
          (bewijs.code === null || code === bewijs.code) &&
          (bewijs.regios.length === 0 || bewijs.regios.some((een) => een === regio)),
      );
      const keren = eigen.map(({ voorvaldatum, aantal: keer }) => ({ dag: dagVan(voorvaldatum), aantal: keer }));
      return {
        ...bewijs,
        verloop: weekverloop(keren, dagen - 1),
        signalen: await leesGetelde(db, bewijs, gisteren),
      };
    }),
  );
}

/** The first day that is counted: before the first signaal was filed nothing could be, and what happened then was reported only in part. */
async function leesBegin(db: Db, gisteren: Datum): Promise<Datum> {
  const terug = plusDagen(gisteren, 1 - DAGEN_TERUG);
  const [eerste] = await rows(
    db,
    sql`select least(greatest(min(t.melddatum), ${terug}::date), ${gisteren}::date)::text as datum from telling t`,
    { datum: date },
  );
  return eerste?.datum ?? terug;
}

function regiosVan(zone: number): Nachtvondst['regios'] {
  if (zone === overal(REGIOKAART)) return [];
  return (REGIOKAART.zones[zone] ?? []).flatMap((gebied) => REGIOGEBIEDEN[gebied] ?? []);
}

/** How many days lay between what happened and its filing, once for each signaal of which that is settled. */
function vertragingen(regels: readonly Telregel[], voor: Datum): number[] {
  return regels
    .filter(({ voorvaldatum }) => voorvaldatum < voor)
    .flatMap(({ voorvaldatum, melddatum, aantal }) =>
      Array.from({ length: aantal }, () => dagnummer(melddatum) - dagnummer(voorvaldatum)),
    );
}

async function verteld(
  db: Db,
  indeling: Telindeling,
  codes: readonly string[],
  dagVan: (datum: Datum) => number,
  gisteren: Datum,
): Promise<AlVerteld[]> {
  const eerdere = await rows(
    db,
    sql`select v.code, v.regios, v.tot_en_met::text as "totEnMet", v.aantal, v.besluit is not null as besloten from patroonvoorstel v
         where v.indeling = ${indeling} and v.tot_en_met >= ${gisteren}::date`,
    { code: orNull(text), regios: arrayOf(oneOf(REGIOGEBIEDEN)), totEnMet: date, aantal: number, besloten: boolean },
  );
  return eerdere.map(({ code, regios, totEnMet, aantal, besloten }) => ({
    categorie: code === null ? codes.length : codes.indexOf(code),
    zone: regios.length === 0 ? overal(REGIOKAART) : zoneVan(regios),
    totEnMet: dagVan(totEnMet),
    ...(besloten && { beslotenBij: aantal }),
  }));
}

function zoneVan(regios: readonly string[]): number {
  return REGIOKAART.zones.findIndex(
    (zone) => zone.length === regios.length && zone.every((gebied) => regios.includes(REGIOGEBIEDEN[gebied] ?? '')),
  );
}
