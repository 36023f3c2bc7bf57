import { date, instant, json, oneOf, orNull } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { NU } from '#db/queries/klok.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { eersteOverzicht, eerstAanHetWerk, STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';
import { beginVan, type Datum, datumVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';

import { isActueel } from './actueel.ts';
import { bewaarZending } from './bewaren.ts';
import { type Afzender, signaalUrl } from './brief.ts';
import { contacten } from './contacten.ts';
import { voorIeder } from './ieder.ts';
import { type KlaarBericht, neemBerichten, neemOntvanger, type Ontvanger, zetStatus } from './klaar.ts';
import { dagVan, groepenVan, type Lijn, lijnenVan } from './overzicht.ts';
import { IS_BETROKKEN, teMelden, type TeMelden, type Vermelding } from './te-melden.ts';
import { vermelding, waarneembrief } from './waarneembrief.ts';
import { zaakVan } from './zaak.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

/**
 * Tells deputies what runs when they begin, and people who were away what happened, at the first digest of a day on which they
 * work. Returns the number of mails; throws AggregateError once all had their turn.
 */
export async function meldWaarnemingen(database: Database, afzender: Afzender): Promise<number> {
  const db = database.voor(ALS);
  const alle = [...(await teMelden(db, 'begin')), ...(await teMelden(db, 'einde'))];
  return voorIeder(alle, (waarneming) => database.inTransaction(ALS, (tx) => meld(tx, waarneming, afzender)));
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
