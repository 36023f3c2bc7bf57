import {
  codesVan,
  type Doelgroep,
  type Ketenpartnertype,
  type Knelpunttype,
  type Wet,
} from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOCODES } from '#domain/beleid/regios.ts';
import { heeftRol, type Kijker, PATROONLEZERS } from '#domain/bevoegdheden.ts';
import { beoordeeltLessen, LESSTATUSSEN, type Lesstand } from '#domain/les.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { arrayOf, date, instant, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rows, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { leesbaar, lijstzichtVan } from './zicht.ts';

const LES_RIJ = {
  id: text,
  nummer: text,
  versie: number,
  stand: number,
  opdrachten: arrayOf(text),
  status: oneOf(LESSTATUSSEN),
  titel: text,
  watWerkte: text,
  regios: arrayOf(oneOf(REGIOCODES)),
  ketenpartnertype: orNull(oneOf(codesVan('ketenpartnertype'))),
  organisatie: orNull(object({ id: text, naam: text })),
  wetten: arrayOf(oneOf(codesVan('wet'))),
  doelgroepen: arrayOf(oneOf(codesVan('doelgroep'))),
  knelpunttypen: arrayOf(oneOf(codesVan('knelpunttype'))),
  geldigTot: date,
  eigenaar: object({ id: text, naam: text, telefoon: orNull(text) }),
  geschrevenDoor: object({ id: text, naam: text, telefoon: orNull(text) }),
  geschrevenOp: instant,
  beoordeeldDoor: orNull(object({ id: text, naam: text, telefoon: orNull(text) })),
  beoordeeldOp: orNull(instant),
  opmerking: orNull(text),
  /** The owner was asked if it still works, and has not answered. */
  gevraagd: orNull(instant),
  /** In how many signalen it was used, and of how many of those the filer said that it helps. */
  gebruikt: number,
  geholpen: number,
  /** The number of what it comes from; null for who may not read that. */
  bron: orNull(text),
};

/** One version of a les, as one person may read it. */
export type Les = Row<typeof LES_RIJ>;

/** What a list of lessen is narrowed to. */
export interface Lesfilter {
  stand: Lesstand;
  zoek?: string | undefined;
  knelpunttype?: Knelpunttype | undefined;
  doelgroep?: Doelgroep | undefined;
  wet?: Wet | undefined;
  regio?: Regio | undefined;
  ketenpartnertype?: Ketenpartnertype | undefined;
  organisatie?: string | undefined;
}

/** At most `limiet` lessen of those that this person may read, the newest first, after the one with nummer `na`. */
export async function lijstLessen(
  db: Db,
  kijker: Kijker,
  { zoek, ...filter }: Lesfilter,
  { vandaag, na, limiet }: { vandaag: Datum; na: string | null; limiet: number },
): Promise<Les[]> {
  const gezocht = zoek === undefined ? sql`true` : await met(db, zoek);
  if (gezocht === null) return [];
  const eisen = [
    gezocht,
    magLezen(kijker),
    ...eisenVan(filter, kijker, vandaag),
    ...(na === null ? [] : [sql`l.nummer < ${na}`]),
  ];
  return rowsOfComposed(
    db,
    sql`${velden(kijker)} from (select l.* from les l where ${join(eisen, ' and ')} order by l.nummer desc limit ${limiet}) l
        ${ERBIJ} order by l.nummer desc`,
    LES_RIJ,
  );
}

/** So many lead the list to them. Of more it is read in its order until the page is full. */
const WEINIG = 1000;

/** What row `l` must be for all these words to be in it, in whole or in part; null when they are in none. */
async function met(db: Db, woorden: string): Promise<Sql | null> {
  const [gevonden] = await rows(
    db,
    sql`with v as materialized (select zoekvraag(${woorden}) as vraag)
        select v.vraag::text as vraag, array(select zoek_lessen(v.vraag, ${WEINIG + 1})::text) as ids from v`,
    { vraag: orNull(text), ids: arrayOf(text) },
  );
  const { vraag = null, ids = [] } = gevonden ?? {};
  if (vraag === null || ids.length === 0) return null;
  return ids.length <= WEINIG ? sql`l.id = any(${ids}::uuid[])` : sql`l.woorden @@ ${vraag}::tsquery`;
}

/** Every version of a les that this person may read, the newest first; none where there is no such les for them. */
export function leesLesversies(db: Db, kijker: Kijker, nummer: string): Promise<Les[]> {
  return rowsOfComposed(
    db,
    sql`${velden(kijker)} from les l ${ERBIJ} where l.nummer = ${nummer} and ${magLezen(kijker)} order by l.versie desc`,
    LES_RIJ,
  );
}

/** What was learned of this signaal or patroon, each in the version that one reads first. */
export function leesLessenUit(db: Db, kijker: Kijker, bron: string): Promise<Les[]> {
  return rowsOfComposed(
    db,
    sql`${velden(kijker)} from (
          select distinct on (l.id) l.* from les l where l.bron = ${bron}::uuid and l.status <> 'ingetrokken' and ${magLezen(kijker)}
           order by l.id, l.status = 'geldig' desc, l.versie desc) l
        ${ERBIJ} order by l.nummer`,
    LES_RIJ,
  );
}

/** What is told, with the codes that it is given or seems to have. */
export interface Lesvraag {
  tekst: string;
  codes: readonly string[];
  /** What comes from this signaal or patroon is left out; null for nothing. */
  nietUit: string | null;
}

/** At most `limiet` lessen that count as current and may help with what is told, the likeliest first. */
export async function leesLessenBij(
  db: Db,
  kijker: Kijker,
  { tekst, codes, nietUit }: Lesvraag,
  { vandaag, limiet }: { vandaag: Datum; limiet: number },
): Promise<Les[]> {
  return rowsOfComposed(
    db,
    sql`with bij as materialized (
          select b.id, b.plaats from lessen_bij(${tekst}, ${codes}::text[], ${vandaag}::date, ${nietUit}::uuid, ${limiet})
                 with ordinality as b (id, plaats))
        ${velden(kijker)} from les l join bij on bij.id = l.id ${ERBIJ}
         where l.status = 'geldig' and ${magLezen(kijker)} order by bij.plaats`,
    LES_RIJ,
  );
}

const INDELING_RIJ = {
  knelpunttypen: arrayOf(oneOf(codesVan('knelpunttype'))),
  doelgroepen: arrayOf(oneOf(codesVan('doelgroep'))),
  wetten: arrayOf(oneOf(codesVan('wet'))),
  regios: arrayOf(oneOf(REGIOCODES)),
};

/** How what a les comes from was classified. */
export type Lesindeling = Row<typeof INDELING_RIJ>;

/** That of a signaal, or of all signalen of a patroon together, as far as who asks sees them. */
export async function leesLesindeling(db: Db, bron: string): Promise<Lesindeling> {
  const alle = (kolom: Sql) => sql`array(select distinct c from van, unnest(${kolom}) c order by c)`;
  const [indeling] = await rows(
    db,
    sql`with van as materialized (select * from signaal where id = ${bron}::uuid or patroon = ${bron}::uuid)
        select ${alle(sql`van.knelpunttypen`)} as knelpunttypen, ${alle(sql`van.doelgroepen`)} as doelgroepen,
               ${alle(sql`van.wetten`)} as wetten, ${alle(sql`array_remove(array[van.regio], null)`)} as regios`,
    INDELING_RIJ,
  );
  return indeling ?? { knelpunttypen: [], doelgroepen: [], wetten: [], regios: [] };
}

function velden(kijker: Kijker): Sql {
  return sql`select l.id, l.nummer, l.versie, l.stand, l.opdrachten, l.status, l.titel, l.wat_werkte as "watWerkte", l.regios, l.ketenpartnertype,
    l.wetten, l.doelgroepen, l.knelpunttypen, l.geldig_tot::text as "geldigTot", l.opmerking, tijdstip(l.gevraagd_op) as gevraagd,
    case when o.id is not null then jsonb_build_object('id', o.id, 'naam', o.naam) end as organisatie,
    ${persoon('e', 'eigenaar')} as eigenaar, ${persoon('s', 'geschreven_door')} as "geschrevenDoor",
    tijdstip(l.geschreven_op) as "geschrevenOp",
    case when l.beoordeeld_door is not null then ${persoon('b', 'beoordeeld_door')} end as "beoordeeldDoor",
    tijdstip(l.beoordeeld_op) as "beoordeeldOp", u.gebruikt, u.geholpen, ${bronVoor(kijker)} as bron`;
}

/** A person that a column of the les names; whoever's account was taken away keeps the id for a name. */
function persoon(alias: string, kolom: string): Sql {
  const [wie, id] = [sql.ref(alias), sql.ref(`l.${kolom}`)];
  return sql`jsonb_build_object('id', ${id}, 'naam', coalesce(${wie}.naam, ${id}), 'telefoon', ${wie}.telefoon)`;
}

const ERBIJ = sql`
  left join organisatie o on o.id = l.organisatie
  left join gebruiker e on e.id = l.eigenaar
  left join gebruiker s on s.id = l.geschreven_door
  left join gebruiker b on b.id = l.beoordeeld_door
  cross join lateral opbrengst_van_les(l.id) u`;

/** What row `l` comes from, for who may read all of that. */
function bronVoor(kijker: Kijker): Sql {
  const zicht = lijstzichtVan(kijker);
  if (zicht === null) return sql`null::text`;
  const leestPatronen = PATROONLEZERS.some((rol) => heeftRol(kijker, rol));
  return sql`coalesce(
    (select r.nummer from signaal r where r.id = l.bron and ${leesbaar(zicht)}),
    (select p.nummer from patroon p where p.id = l.bron and ${leestPatronen}))`;
}

/** Row `l` may be read: what all may read, or what one wrote or looks at; never what comes from a signaal that one may not know of. */
export function magLezen(kijker: Kijker): Sql {
  const { id, organisatie } = kijker;
  const vrij = organisatie === null ? sql`true` : sql`not l.niet_voor @> array[${organisatie}::text]`;
  return sql`(l.status = 'geldig' or ${beoordeeltLessen(kijker)} or ${id} in (l.eigenaar, l.geschreven_door)) and ${vrij}`;
}

function eisenVan(filter: Lesfilter, kijker: Kijker, vandaag: Datum): Sql[] {
  const bevat: [Sql, string | undefined][] = [
    [sql`l.knelpunttypen`, filter.knelpunttype],
    [sql`l.doelgroepen`, filter.doelgroep],
    [sql`l.wetten`, filter.wet],
  ];
  const gelijk: [Sql, string | undefined][] = [
    [sql`l.ketenpartnertype`, filter.ketenpartnertype],
    [sql`l.organisatie`, filter.organisatie],
  ];
  return [
    standVan(filter.stand, kijker, vandaag),
    ...bevat.flatMap(([kolom, code]) => (code === undefined ? [] : [sql`${kolom} @> array[${code}::text]`])),
    ...gelijk.flatMap(([kolom, waarde]) => (waarde === undefined ? [] : [sql`${kolom} = ${waarde}`])),
    // What works everywhere works there too.
    ...(filter.regio === undefined ? [] : [sql`(l.regios = '{}' or l.regios @> array[${filter.regio}::text])`]),
  ];
}

function standVan(stand: Lesstand, { id }: Kijker, vandaag: Datum): Sql {
  switch (stand) {
    case 'actueel':
      return sql`l.status = 'geldig' and l.geldig_tot >= ${vandaag}::date`;
    case 'verlopen':
      return sql`l.status = 'geldig' and l.geldig_tot < ${vandaag}::date`;
    case 'nakijken':
      return sql`l.status = 'wacht' and l.geschreven_door <> ${id}`;
    case 'eigen':
      return sql`l.status in ('wacht', 'teruggestuurd') and ${id} in (l.eigenaar, l.geschreven_door)`;
  }
}
