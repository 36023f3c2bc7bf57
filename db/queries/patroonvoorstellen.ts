import { codesVan } from '#domain/beleid/codelijsten.ts';
import { VOORSTELBELEID } from '#domain/beleid/patroonbeleid.ts';
import { REGIOCODES } from '#domain/beleid/regios.ts';
import { REGIOGEBIEDEN } from '#domain/detectie/regiokaart.ts';
import { VINDSOORTEN } from '#domain/detectie/toelichting.ts';
import { VOORSTELBESLUITEN } from '#domain/detectie/voorstel.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { arrayOf, date, instant, list, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { titelVan } from './patronen.ts';
import { gewistOp, onderwerpVoor } from './signalen.ts';
import { type Lijstzicht, zichtbaar } from './zicht.ts';

const VOORSTEL_RIJ = {
  id: text,
  /** The last day that was counted. */
  dag: date,
  indeling: oneOf(VINDSOORTEN),
  code: orNull(text),
  naam: orNull(text),
  regios: arrayOf(oneOf(REGIOGEBIEDEN)),
  dagen: number,
  aantal: number,
  verwacht: number,
  kans: number,
  totEnMet: date,
  gevondenOp: instant,
  besluit: orNull(oneOf(VOORSTELBESLUITEN)),
  besluitOp: orNull(instant),
  besluitDoor: orNull(text),
  reden: orNull(text),
  patroon: orNull(object({ nummer: text, titel: text })),
};

/** What the night found, with what was decided on it; of what has the same words those that tell what it is about. */
export type Patroonvoorstelregel = Row<typeof VOORSTEL_RIJ> & { woorden?: readonly string[] };

const KOLOMMEN = sql`
  v.id, v.dag::text as dag, v.indeling, v.code, o.naam, v.regios, v.dagen, v.aantal, v.verwacht, v.kans, v.tot_en_met::text as "totEnMet",
  tijdstip(v.gevonden_op) as "gevondenOp", v.besluit, tijdstip(v.besluit_op) as "besluitOp", coalesce(g.naam, v.besluit_door) as "besluitDoor",
  coalesce(v.reden, (select t.inhoud from gebeurtenis e join tekst t on t.stroom = e.stroom and t.volgnummer = e.volgnummer
                      where e.stroom = v.patroon and e.soort in ('patroon_geopend', 'voorstel_opgenomen')
                        and e.data ->> 'voorstel' = v.id::text and t.veld = 'toelichting')) as reden,
  (select jsonb_build_object('nummer', p.nummer, 'titel', ${titelVan(sql`p`)}) from patroon p where p.id = v.patroon) as patroon`;
const HERKOMST = sql`patroonvoorstel v left join organisatie o on v.indeling = 'organisatie' and o.id = v.code
  left join gebruiker g on g.id = v.besluit_door`;

/** Nobody decided on it, and it is not so long ago that it says nothing of today. */
function wacht(vandaag: Datum): Sql {
  return sql`v.besluit is null and v.tot_en_met >= ${vandaag}::date`;
}

/** What waits for somebody to decide on it, the most seldom first; of what is told by no chance the largest. */
export function lijstWachtendeVoorstellen(db: Db, vandaag: Datum): Promise<Patroonvoorstelregel[]> {
  return rows(
    db,
    sql`select ${KOLOMMEN} from ${HERKOMST} where ${wacht(vandaag)} order by v.kans, v.aantal desc, v.id limit 200`,
    VOORSTEL_RIJ,
  );
}

/** What was decided on, the last first; also what lapsed because nobody did. */
export function lijstBeslotenVoorstellen(db: Db, vandaag: Datum): Promise<Patroonvoorstelregel[]> {
  return rows(
    db,
    sql`select ${KOLOMMEN} from ${HERKOMST} where not (${wacht(vandaag)})
         order by coalesce(v.besluit_op, v.gevonden_op) desc, v.id limit 50`,
    VOORSTEL_RIJ,
  );
}

/** How many wait, for the menu; no more than `hoogstens`. */
export async function telPatroonvoorstellen(db: Db, vandaag: Datum, hoogstens: number): Promise<number> {
  const [rij] = await rows(
    db,
    sql`select count(*)::int as aantal from (select from patroonvoorstel v where ${wacht(vandaag)} limit ${hoogstens}) w`,
    { aantal: number },
  );
  return rij?.aantal ?? 0;
}

const SIGNAAL_RIJ = {
  nummer: text,
  onderwerp: orNull(text),
  /** When all that people wrote in it was erased; null when it was not. */
  gewistOp: orNull(instant),
  regio: orNull(oneOf(REGIOCODES)),
  status: oneOf(codesVan('status')),
  uitkomst: orNull(oneOf(codesVan('uitkomst'))),
  ingediendOp: instant,
  /** The patroon of which it is part. */
  patroon: orNull(text),
};

/** One patroonvoorstel with the signalen that were counted, as far as who asks sees them. */
export interface Patroonvoorsteldossier extends Patroonvoorstelregel {
  /** How many there were in each of the last weeks, the oldest first. */
  verloop: number[];
  signalen: Row<typeof SIGNAAL_RIJ>[];
}

/** All of it, for who reads patroonvoorstellen. */
export async function leesPatroonvoorstel(
  db: Db,
  id: string,
  zicht: Lijstzicht,
): Promise<Patroonvoorsteldossier | null> {
  const [voorstel] = await rowsOfComposed(
    db,
    sql`select ${KOLOMMEN}, v.verloop,
               (select coalesce(jsonb_agg(jsonb_build_object('nummer', r.nummer, 'onderwerp', ${onderwerpVoor(zicht)}, 'gewistOp', ${gewistOp},
                         'regio', r.regio,
                         'status', r.status, 'uitkomst', r.uitkomst, 'ingediendOp', tijdstip(r.ingediend_op),
                         'patroon', (select p.nummer from patroon p where p.id = r.patroon)) order by r.ingediend_op desc, r.id), '[]')
                  from signaal r where r.id = any(v.signalen) and ${zichtbaar(zicht)}) as signalen
          from ${HERKOMST} where v.id = ${id}::uuid`,
    { ...VOORSTEL_RIJ, verloop: arrayOf(number), signalen: list(object(SIGNAAL_RIJ)) },
  );
  return voorstel ?? null;
}

/** The signalen of a patroonvoorstel that can join a patroon. */
export interface Koppelbaar {
  signalen: string[];
}

/**
 * The latest signalen of a patroonvoorstel that are part of no patroon and live on by themselves; null where there is no such voorstel, or
 * somebody decided on it. For the opdracht that did so these are the ones that joined by it, so that the same can be asked twice.
 */
export async function leesKoppelbaar(
  db: Db,
  { voorstel, opdracht }: { voorstel: string; opdracht: string },
  zicht: Lijstzicht,
): Promise<Koppelbaar | null> {
  const [koppelbaar] = await rowsOfComposed(
    db,
    sql`select case when v.besluit is null then
                 (select coalesce(jsonb_agg(k.id), '[]') from (
                    select r.id from signaal r join stroom s on s.id = r.id
                     where r.id = any(v.signalen) and r.patroon is null and ${zichtbaar(zicht)}
                       and coalesce(s.staat ->> 'afsluiting', '') not in ('ingetrokken', 'samengevoegd')
                     order by r.ingediend_op desc, r.id limit ${VOORSTELBELEID.signalenInEens}) k)
               else
                 (select coalesce(jsonb_agg(g.data ->> 'signaal' order by g.volgnummer), '[]')
                    from gebeurtenis g where g.stroom = v.patroon and g.bron = ${opdracht} and g.soort = 'signaal_gekoppeld')
               end as signalen
          from patroonvoorstel v
         where v.id = ${voorstel}::uuid
           and (v.besluit is null or exists (select from gebeurtenis g where g.stroom = v.patroon and g.bron = ${opdracht}))`,
    { signalen: list(text) },
  );
  return koppelbaar ?? null;
}

const ZOEKING_RIJ = { gevraagdOp: instant, door: orNull(text), klaarOp: orNull(instant), gevonden: orNull(number) };

/** When was looked last, or is looked now, for whom, and how many patroonvoorstellen came of it. */
export type Patroonzoeking = Row<typeof ZOEKING_RIJ>;

/** Null where nobody has looked yet. */
export async function leesLaatsteZoeking(db: Db): Promise<Patroonzoeking | null> {
  const [zoeking] = await rows(
    db,
    sql`select tijdstip(z.gevraagd_op) as "gevraagdOp", coalesce(g.naam, z.gevraagd_door) as door, tijdstip(z.klaar_op) as "klaarOp", z.gevonden
          from patroonzoeking z left join gebruiker g on g.id = z.gevraagd_door
         order by z.klaar_op is not null, z.klaar_op desc limit 1`,
    ZOEKING_RIJ,
  );
  return zoeking ?? null;
}
