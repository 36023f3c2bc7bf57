import { text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { NU, VANDAAG } from '#db/queries/klok.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { isPlicht } from '#domain/post/plicht.ts';
import { eersteOverzicht, STANDAARDWEEK } from '#domain/post/werktijden.ts';
import type { Reden } from '#domain/signaal/berichtsoorten.ts';
import { beginVan, type Datum, datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Aanwezige, eerderAanHetWerk, isAfwezig, leesVervangers, type Vervangers } from '../schrijven/aanwezig.ts';
import { legBerichtenKlaar } from '../schrijven/berichten.ts';
import { nietVoor } from '../schrijven/niet-voor.ts';
import { isActueel } from './actueel.ts';
import { voorIeder } from './ieder.ts';
import { type KlaarBericht, neemBerichten, neemOntvanger, type Ontvanger, zetStatus } from './klaar.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

/**
 * Hands on what is due for people who are away: what asks something of them to their deputy, else to whoever is there of the
 * coordinators of the level, else to landelijk. Information, and what only the absent person can answer, waits for the return. Returns of how
 * many people something was due; throws AggregateError once all had their turn.
 */
export async function draagOver(database: Database): Promise<number> {
  const afwezigen = await rows(
    database.voor(ALS),
    sql`select distinct b.gebruiker from bericht b join stroom s on s.id = b.stroom and s.soort = 'signaal'
         where b.status = 'wacht' and b.gebruiker is not null and b.niet_voor <= ${NU}
           and ${isAfwezig(sql`b.gebruiker`, VANDAAG)}`,
    { gebruiker: text },
  );
  return voorIeder(afwezigen, ({ gebruiker }) => database.inTransaction(ALS, (db) => draagOverVan(db, gebruiker)));
}

/** Reads what it needs once, and writes once for each thing that may become of a bericht, however many there are. */
async function draagOverVan(db: Db, gebruiker: string): Promise<boolean> {
  const ontvanger = await neemOntvanger(db, { gebruiker });
  if (ontvanger === undefined) return false;
  const berichten = await neemBerichten(db, { gebruiker });
  if (berichten.length === 0) return false;
  const vervangers = await leesVervangers(db, gebruiker);
  const gevallen = berichten.flatMap((bericht) => watErmee(bericht, ontvanger, vervangers));
  await zetStatus(
    db,
    gevallen.filter(({ vervalt }) => vervalt),
    'vervallen',
  );
  await laatWachten(db, gevallen);
  await geefDoor(db, gevallen);
  await zetStatus(
    db,
    gevallen.filter(({ nemers }) => nemers.length > 0),
    'overgenomen',
  );
  return true;
}

/** What becomes of one bericht: it lapses, it waits for the return, or others take it. */
interface Geval {
  id: string;
  vervalt: boolean;
  bijTerugkeer: Tijdstip | null;
  nemers: readonly Nemer[];
}

/** None for somebody who is there on the clock of its stream. */
function watErmee(bericht: KlaarBericht, ontvanger: Ontvanger, vervangers: Vervangers): Geval[] {
  const { id, nu, waarom, soort, staat } = bericht;
  const terug = terugOp(vervangers, datumVan(nu));
  if (terug === null) return [];
  const geval = { id, vervalt: false, bijTerugkeer: null, nemers: [] };
  if (!isActueel(bericht, ontvanger)) return [{ ...geval, vervalt: true }];
  const nemers = ALLEEN_ZIJ.includes(waarom) || !isPlicht(soort, waarom) ? [] : wieNeemtHet(bericht, vervangers);
  if (nemers.length > 0) return [{ ...geval, nemers }];
  const week = ontvanger.week ?? STANDAARDWEEK;
  return [{ ...geval, bijTerugkeer: eersteOverzicht(beginVan(terug), { week, kalender: staat.kalender }) }];
}

async function laatWachten(db: Db, gevallen: readonly Geval[]): Promise<void> {
  const wachtend = gevallen.flatMap(({ id, bijTerugkeer }) => (bijTerugkeer === null ? [] : [{ id, bijTerugkeer }]));
  if (wachtend.length === 0) return;
  await rows(
    db,
    sql`update bericht b set bundel = 'dag', niet_voor = w."bijTerugkeer"
          from jsonb_to_recordset(${jsonb(wachtend)}) as w (id uuid, "bijTerugkeer" timestamptz) where b.id = w.id`,
  );
}

async function geefDoor(db: Db, gevallen: readonly Geval[]): Promise<void> {
  const door = gevallen.flatMap(({ id, nemers }) => nemers.map((nemer) => ({ bericht: id, ...nemer })));
  if (door.length === 0) return;
  await legBerichtenKlaar(
    db,
    sql`select distinct on (b.stroom, b.volgnummer, n.gebruiker, b.soort)
               b.stroom, b.volgnummer, n.gebruiker, coalesce(b.namens, b.gebruiker) as namens, null as adres, null as verzoek, b.soort, b.bundel, b.waarom, b.stap, b.op, n.niet_voor
          from jsonb_to_recordset(${jsonb(door)}) as n (bericht uuid, gebruiker text, niet_voor timestamptz)
          join bericht b on b.id = n.bericht
         where not exists (select from bericht al where al.stroom = b.stroom and al.volgnummer = b.volgnummer
                              and al.gebruiker = n.gebruiker and al.soort = b.soort)
         order by b.stroom, b.volgnummer, n.gebruiker, b.soort, b.id`,
  );
}

/** Advice is asked of one person, not of a deputy. */
const ALLEEN_ZIJ: readonly Reden[] = ['deskundige', 'meedenker'];

interface Nemer {
  gebruiker: string;
  niet_voor: Tijdstip;
}

function wieNeemtHet(bericht: KlaarBericht, vervangers: Vervangers): Nemer[] {
  const { staat, nu } = bericht;
  const datum = datumVan(nu);
  const waarnemer = vervangers.waarnemers(staat, datum);
  const collegas = vervangers.collegas(staat, datum);
  const groepen = [waarnemer, collegas, vervangers.landelijk(staat, datum)];
  const [mensen = []] = groepen.filter(({ length }) => length > 0);
  const nemers = mensen.map(({ id, week }) => ({ gebruiker: id, niet_voor: wanneer(bericht, week) }));
  if (staat.urgentie !== 'spoed' || waarnemer.length === 0) return nemers;
  const dan = nemers.map(({ niet_voor }) => niet_voor).toSorted()[0] ?? nu;
  const eerder = eerderAanHetWerk(collegas, { op: nu, dan, kalender: staat.kalender });
  return eerder === undefined ? nemers : [...nemers, { gebruiker: eerder.id, niet_voor: eerder.nietVoor }];
}

/** With today's digest when that is still to come, else at the next start of work. */
function wanneer({ bundel, nu, staat: { kalender } }: KlaarBericht, week: Aanwezige['week']): Tijdstip {
  const overzicht = nietVoor(bundel, nu, kalender, week);
  return datumVan(overzicht) === datumVan(nu) ? overzicht : nietVoor('direct', nu, kalender, week);
}

/** The first date after the absence; null without one on `datum`. */
function terugOp({ weg }: Vervangers, datum: Datum): Datum | null {
  let terug = datum;
  for (const { van, tot } of weg) if (van <= terug && terug <= tot) terug = plusDagen(tot, 1);
  return terug === datum ? null : terug;
}
