import { boolean, json, number, orNull, text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { datumIn } from '#db/queries/klok.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, jsonb, rows, type Sql, sql } from '#db/sql.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';
import { betrokkenOrganisaties } from '#domain/bevoegdheden.ts';
import { isPlicht } from '#domain/post/plicht.ts';
import { STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';
import { berichten } from '#domain/signaal/berichten.ts';
import type { Bericht } from '#domain/signaal/berichtsoorten.ts';
import type { Geadresseerde } from '#domain/signaal/gebeurtenissen.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { coordinatorenVan, eerderAanHetWerk, isAfwezig } from './aanwezig.ts';
import { legBerichtenKlaar } from './berichten.ts';
import { nietVoor } from './niet-voor.ts';
import type { Voorval } from './projectie.ts';
import { type Schakel, volgensDeRegels } from './verloop.ts';

/**
 * Writes a bericht for everybody who must hear of it: active people, each once per gebeurtenis and soort, and of a group neither
 * who acted themselves nor who works for an organisation concerned. Returns whether any may be sent by `nu`.
 */
export async function schrijfPost(
  db: Db,
  { staat, verloop, nu }: Pick<Voorval, 'staat' | 'verloop' | 'nu'>,
): Promise<boolean> {
  const reeks = volgensDeRegels(staat.id, () => verloop.flatMap(berichtenVan));
  if (reeks.length === 0) return false;
  const bezorgingen = (await ontvangersVan(db, staat, reeks)).map((wie) => bezorging(wie, staat));
  const eerder = staat.urgentie === 'spoed' ? await naarWieEerderIs(db, staat, bezorgingen) : [];
  if (bezorgingen.length === 0) return false;
  const geschreven = [...bezorgingen, ...eerder];
  await legBerichtenKlaar(
    db,
    sql`select ${staat.id}::uuid as stroom, b.*, null as adres, null as verzoek
          from jsonb_to_recordset(${jsonb(geschreven)}) as b (volgnummer int, gebruiker text, namens text,
                 soort text, bundel text, waarom text, stap text, op timestamptz, niet_voor timestamptz)`,
  );
  return geschreven.some(({ niet_voor }) => niet_voor <= nu);
}

/** A bericht as the rules give it, with the gebeurtenis behind it. */
interface Gericht extends Omit<Bericht, 'aan'> {
  volgnummer: number;
  op: Tijdstip;
  door: string | null;
  persoon: string | null;
  rol: Rol | null;
  regio: string | null;
}

interface Ontvanger extends Gericht {
  gebruiker: string;
  week: Werkweek | null;
  afwezig: boolean;
}

interface Bezorging extends Ontvanger {
  namens: string | null;
  niet_voor: Tijdstip;
}

function berichtenVan({ gebeurtenis, voor, na }: Schakel): Gericht[] {
  const { op, door } = gebeurtenis;
  return berichten(gebeurtenis, na, voor).map(({ aan, ...bericht }) => ({
    ...bericht,
    op,
    door,
    volgnummer: na.volgnummer,
    persoon: aan.soort === 'persoon' ? aan.persoon : null,
    rol: aan.soort === 'persoon' ? null : ROLLEN[aan.soort],
    regio: aan.soort === 'coordinatoren' ? aan.regio : null,
  }));
}

/** A party has no account, nor has a consulent: what they get is written apart. */
const ROLLEN: Readonly<Record<Exclude<Geadresseerde['soort'], 'persoon'>, Rol | null>> = {
  coordinatoren: 'regiocoordinator',
  landelijk_team: 'landelijk_team',
  programmaleiding: 'programmaleiding',
  partij: null,
  consulent: null,
};

/** Person `g` is one of those whom bericht `b` is for by role and region. */
const HOORT_BIJ = sql`g.rollen @> array[b.rol] and (b.regio is null or g.regios @> array[b.regio])`;

/** Where nobody of a region is without conflict, landelijk hears it. */
async function ontvangersVan(db: Db, staat: Staat, reeks: readonly Gericht[]): Promise<Ontvanger[]> {
  const datum = sql`${datumIn(sql`b.op`)}`;
  const betrokken = betrokkenOrganisaties(staat);
  const vrij = (wie: Sql): Sql => sql`coalesce(${wie}.organisatie <> all(${betrokken}::text[]), true)`;
  const gevonden = await rows(
    db,
    sql`select distinct on (b.volgnummer, g.id, b.soort)
               b.hoeveelste::int - 1 as hoeveelste, g.id as gebruiker, ${WEEK} as week, ${isAfwezig(sql`g.id`, datum)} as afwezig
          from rows from (jsonb_to_recordset(${jsonb(reeks)}) as (volgnummer int, soort text, op timestamptz, door text,
                 persoon text, rol text, regio text)) with ordinality
                 as b (volgnummer, soort, op, door, persoon, rol, regio, hoeveelste)
          join gebruiker g on ${isActief(sql`g`)} and (g.id = b.persoon
                 or ${HOORT_BIJ} and g.id is distinct from b.door and ${vrij(sql`g`)}
                 or b.rol = 'regiocoordinator' and g.rollen @> array['landelijk_team'] and ${vrij(sql`g`)}
                    and not exists (select from gebruiker c where ${isActief(sql`c`)} and c.rollen @> array[b.rol]
                                       and c.regios @> array[b.regio] and ${vrij(sql`c`)}))
         order by b.volgnummer, g.id, b.soort, b.hoeveelste`,
    { gebruiker: text, week: orNull(json<Werkweek>()), afwezig: boolean, hoeveelste: number },
  );
  return gevonden.flatMap(({ hoeveelste, ...wie }) => {
    const bericht = reeks[hoeveelste];
    return bericht === undefined ? [] : [{ ...bericht, ...wie }];
  });
}

/** Who acts is at work. What is for somebody who is away is handed on at once, and keeps to the hours of whoever gets it. */
function bezorging(wie: Ontvanger, { kalender }: Staat): Bezorging {
  const niet_voor =
    wie.afwezig || wie.gebruiker === wie.door
      ? wie.op
      : nietVoor(wie.bundel, wie.op, kalender, wie.week ?? STANDAARDWEEK);
  return { ...wie, namens: null, niet_voor };
}

/** Spoed that must wait until somebody starts work also goes to the coordinator of the level who starts earlier. */
async function naarWieEerderIs(db: Db, staat: Staat, bezorgingen: readonly Bezorging[]): Promise<Bezorging[]> {
  const eerder: Bezorging[] = [];
  for (const bezorging of bezorgingen) {
    const { persoon, soort, waarom, op, niet_voor: dan } = bezorging;
    if (persoon === null || dan === op || !isPlicht(soort, waarom)) continue;
    const mensen = (await coordinatorenVan(db, staat, datumVan(op))).filter(({ id }) => id !== persoon);
    const iemand = eerderAanHetWerk(mensen, { op, dan, kalender: staat.kalender });
    if (iemand === undefined || bezorgingen.some((al) => al.gebruiker === iemand.id && isZelfde(al, bezorging)))
      continue;
    eerder.push({ ...bezorging, gebruiker: iemand.id, namens: persoon, niet_voor: iemand.nietVoor });
  }
  return eerder;
}

function isZelfde(een: Bezorging, ander: Bezorging): boolean {
  return een.volgnummer === ander.volgnummer && een.soort === ander.soort;
}
