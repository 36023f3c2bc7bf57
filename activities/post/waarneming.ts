import { date, instant, json, list, object, oneOf, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { raakt } from '#db/queries/belangen.ts';
import { datumIn, NU, VANDAAG } from '#db/queries/klok.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { eersteOverzicht, eerstAanHetWerk, STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { beginVan, type Datum, datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';

import { isActueel } from './actueel.ts';
import { bewaarZending } from './bewaren.ts';
import { type Afzender, signaalUrl } from './brief.ts';
import { contacten } from './contacten.ts';
import { type KlaarBericht, neemBerichten, neemOntvanger, type Ontvanger, zetStatus } from './klaar.ts';
import { dagVan, groepenVan, type Lijn, lijnenVan } from './overzicht.ts';
import { vermelding, waarneembrief } from './waarneembrief.ts';
import { zaakVan } from './zaak.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

/**
 * Tells deputies what runs when they begin, and people who were away what happened, at the first digest of a day on which they
 * work. Returns the number of mails.
 */
export async function meldWaarnemingen(database: Database, afzender: Afzender): Promise<number> {
  let gemaakt = 0;
  for (const soort of ['begin', 'einde'] as const) {
    for (const waarneming of await teMelden(database.voor(ALS), soort)) {
      if (await database.inTransaction(ALS, (db) => meld(db, waarneming, afzender))) gemaakt += 1;
    }
  }
  return gemaakt;
}

/**
 * When somebody who has just been away gets all that waited, in one mail; null without an absence, or after that mail. Until then only
 * spoed goes to that person.
 */
export async function terugkeermoment(
  db: Db,
  { id, week }: Ontvanger,
  kalender: Kalender,
  vandaag: Datum,
): Promise<Tijdstip | null> {
  if (id === null) return null;
  const [laatste] = await rows(
    db,
    sql`select w.tot::text from waarneming w
         where w.afwezige = ${id} and w.tot >= w.van and w.tot < ${vandaag}::date
           and not exists (select from waarnemingpost p where p.waarneming = w.id and p.soort = 'einde')
         order by w.tot desc limit 1`,
    { tot: date },
  );
  if (laatste === undefined) return null;
  return eersteOverzicht(beginVan(plusDagen(laatste.tot, 1)), { week: week ?? STANDAARDWEEK, kalender });
}

/** When the letters about waarnemingen in which this signaal plays a part are due, as far as that is still to come on its clock. */
export async function waarneemmomenten(db: Db, stroom: string): Promise<Tijdstip[]> {
  const komend = await rows(
    db,
    sql`select x.soort, w.van::text, w.tot::text, ${WEEK} as week, s.staat -> 'kalender' as kalender, tijdstip(${NU}) as nu
          from stroom s
          join signaal l on l.id = s.id
          join waarneming w on w.tot >= w.van and (${IS_BETROKKEN})
         cross join (values ('begin'), ('einde')) as x (soort)
          join gebruiker g on g.id = case x.soort when 'begin' then w.waarnemer else w.afwezige end and ${isActief(sql`g`)}
         where s.id = ${stroom}
           and not exists (select from waarnemingpost p where p.waarneming = w.id and p.soort = x.soort)`,
    {
      soort: oneOf(['begin', 'einde']),
      van: date,
      tot: date,
      week: orNull(json<Werkweek>()),
      kalender: json<Kalender>(),
      nu: instant,
    },
  );
  return komend.flatMap(({ nu, kalender, ...wanneer }) => {
    const moment = vanaf(wanneer, kalender);
    return moment > nu ? [moment] : [];
  });
}

/** Whether such a letter is due now. */
export async function ligtWaarneembrief(db: Db, stroom: string): Promise<boolean> {
  const klaar = [...(await teMelden(db, 'begin')), ...(await teMelden(db, 'einde'))];
  return klaar.some((waarneming) =>
    waarneming.signalen.some((signaal) => signaal.staat.id === stroom && isTijd(waarneming, signaal)),
  );
}

const TE_MELDEN_RIJ = {
  id: text,
  soort: oneOf(['begin', 'einde']),
  van: date,
  tot: date,
  afwezige: text,
  waarnemer: text,
  /** Name of the other one. */
  ander: text,
  lezer: text,
  week: orNull(json<Werkweek>()),
  signalen: list(object({ nummer: text, staat: json<Staat>(), nu: instant, door: list(text) })),
};

/** A waarneming of which one of the two was not told yet, and what there is to tell. */
export type TeMelden = Row<typeof TE_MELDEN_RIJ>;

export interface Vermelding {
  nummer: string;
  staat: Staat;
  nu: Tijdstip;
  /** Who did something with it. */
  door: readonly string[];
}

function teMelden(db: Db, soort: 'begin' | 'einde'): Promise<TeMelden[]> {
  const isBegin = soort === 'begin';
  const lopend = sql`l.behandelaar = w.afwezige and l.status <> 'afgesloten' and ${VANDAAG} between w.van and w.tot`;
  const gebeurd = sql`${VANDAAG} > w.tot
                      and (${DOOR_ANDEREN} <> '{}' or ${IS_OVERGENOMEN})`;
  return rows(
    db,
    sql`select w.id, ${soort}::text as soort, w.van::text, w.tot::text, w.afwezige, w.waarnemer, g.id as lezer, ${WEEK} as week,
               (select a.naam from gebruiker a where a.id = ${isBegin ? sql`w.afwezige` : sql`w.waarnemer`}) as ander,
               jsonb_agg(jsonb_build_object('nummer', s.nummer, 'staat', s.staat, 'nu', tijdstip(${NU}), 'door', to_jsonb(${DOOR_ANDEREN}))
                         order by s.nummer) as signalen
          from waarneming w
          join gebruiker g on g.id = ${isBegin ? sql`w.waarnemer` : sql`w.afwezige`} and ${isActief(sql`g`)}
          join signaal l on ${IS_BETROKKEN} and (l.melder = g.id or not ${raakt(sql`g.organisatie`, sql`l`)})
          join stroom s on s.id = l.id
         where ${isBegin ? lopend : gebeurd} and w.tot >= w.van and ${VANDAAG} <= w.tot + 31 and ${NIET_VOORBIJ}
           and not exists (select from waarnemingpost p where p.waarneming = w.id and p.soort = ${soort})
           and not exists (select from waarneming v where v.afwezige = g.id and ${VANDAAG} between v.van and v.tot)
         group by w.id, g.id`,
    TE_MELDEN_RIJ,
  );
}

/** No stream is behind the world, so this follows from the same on its own clock; it leaves out what is over before streams are read. */
const NIET_VOORBIJ = sql`w.tot >= ${datumIn(sql`now()`)} - 31`;

/** Who is away in `w` has to do with signaal `l`. */
const IS_BETROKKEN = sql`(w.afwezige in (l.behandelaar, l.melder) or l.behandelaars @> array[w.afwezige])`;

/** The names of the people who did something with stream `s` while `w` lasted, other than the one who was away. */
const DOOR_ANDEREN = sql`array(select distinct d.naam from gebeurtenis e join gebruiker d on d.id = e.door
                                where e.stroom = s.id and e.door <> w.afwezige
                                  and ${datumIn(sql`e.op`)} >= w.van order by d.naam)`;

/** Somebody else got a bericht that was for the absent person. */
const IS_OVERGENOMEN = sql`exists (select from bericht b where b.stroom = s.id and b.gebruiker = w.afwezige
                                     and b.status = 'overgenomen' and b.zending is null)`;

async function meld(db: Db, waarneming: TeMelden, afzender: Afzender): Promise<boolean> {
  const signalen = waarneming.signalen.filter((signaal) => isTijd(waarneming, signaal));
  const [eerste] = signalen;
  if (eerste === undefined) return false;
  const ontvanger = await neemOntvanger(db, { gebruiker: waarneming.lezer });
  if (ontvanger === undefined || !(await neem(db, waarneming))) return false;
  const wachtend = waarneming.soort === 'einde' ? await neemWachtend(db, ontvanger) : [];
  const mensen = await contacten(db, wachtend);
  const inhoud = wachtend.map((bericht) => ({
    bericht,
    zaak: zaakVan(bericht, ontvanger.id, mensen),
    url: signaalUrl(afzender, bericht.nummer),
  }));
  const lijnen = samen(
    signalen.map((signaal) => vermelding(waarneming.soort, signaal, afzender)),
    lijnenVan(inhoud),
  );
  const dag = dagVan(ontvanger, datumVan(eerste.nu), eerste.staat.kalender);
  const geschreven = waarneembrief(waarneming, groepenVan(lijnen, dag), lijnen.length, ontvanger, afzender);
  const zending = await bewaarZending(
    db,
    ontvanger,
    { berichten: wachtend, geschreven, antwoord: null, op: eerste.nu },
    afzender,
  );
  await zetStatus(db, wachtend, 'gebundeld', zending);
  await rows(
    db,
    sql`update bericht set zending = ${zending}
         where gebruiker = ${ontvanger.id} and ${waarneming.soort} = 'einde' and status = 'overgenomen' and zending is null`,
  );
  await rows(
    db,
    sql`update waarnemingpost set zending = ${zending} where waarneming = ${waarneming.id} and soort = ${waarneming.soort}`,
  );
  return true;
}

/** All that there is on the day of return goes in the same mail. Spoed never does. */
async function neemWachtend(db: Db, ontvanger: Ontvanger): Promise<KlaarBericht[]> {
  if (ontvanger.id === null) return [];
  const berichten = (await neemBerichten(db, { gebruiker: ontvanger.id })).filter(
    ({ staat }) => staat.urgentie !== 'spoed',
  );
  await zetStatus(
    db,
    berichten.filter((bericht) => !isActueel(bericht, ontvanger)),
    'vervallen',
  );
  return berichten.filter((bericht) => isActueel(bericht, ontvanger));
}

/** One line per signaal: what was done with it, then what it asks. */
function samen(gebeurd: readonly Lijn[], gevraagd: readonly Lijn[]): Lijn[] {
  const perSignaal = Map.groupBy([...gebeurd, ...gevraagd], ({ nummer }) => nummer);
  return Array.from(perSignaal.values(), (lijnen) => ({
    nummer: lijnen[0]?.nummer ?? '',
    url: lijnen[0]?.url ?? null,
    datum:
      lijnen
        .map(({ datum }) => datum)
        .filter((datum) => datum !== null)
        .toSorted()[0] ?? null,
    teksten: [...new Set(lijnen.flatMap(({ teksten }) => teksten))],
  }));
}

/** Which of the two letters about which days, and the week of its reader. */
type Wanneer = Pick<TeMelden, 'soort' | 'van' | 'tot' | 'week'>;

/** From the digest of the first day on, during working hours. */
function isTijd(wanneer: Wanneer, { nu, staat: { kalender } }: Vermelding): boolean {
  return (
    nu >= vanaf(wanneer, kalender) && eerstAanHetWerk(nu, { week: wanneer.week ?? STANDAARDWEEK, kalender }) === nu
  );
}

/** The digest of the first day. */
function vanaf({ soort, van, tot, week }: Wanneer, kalender: Kalender): Tijdstip {
  const eersteDag = soort === 'begin' ? van : plusDagen(tot, 1);
  return eersteOverzicht(beginVan(eersteDag), { week: week ?? STANDAARDWEEK, kalender });
}

/** False when another process told it meanwhile. */
async function neem(db: Db, { id, soort }: TeMelden): Promise<boolean> {
  const genomen = await rows(
    db,
    sql`insert into waarnemingpost (waarneming, soort) values (${id}, ${soort}) on conflict do nothing returning 1`,
  );
  return genomen.length > 0;
}
