import { instant, json, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import { datumIn } from '#db/queries/klok.ts';
import { leesWachtOpTweede, type Tweedewacht } from '#db/queries/tweede.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { eersteOverzicht, STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';

import { isAfwezig } from '../schrijven/aanwezig.ts';
import type { Afzender, Brief } from './brief.ts';
import { aanhef } from './enkel.ts';
import { voorIeder } from './ieder.ts';
import { tweedegroep } from './tweederegels.ts';
import { laatsteDagbrief, legDagbriefKlaar } from './zending.ts';

/** For whom its queries run; what waits for somebody is asked as that person. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

const LEZER_RIJ = {
  gebruiker: text,
  naam: text,
  email: text,
  week: orNull(json<Werkweek>()),
  /** When they were told last; null for never. */
  verteld: orNull(instant),
  sinds: instant,
  nu: instant,
};
type Lezer = Row<typeof LEZER_RIJ>;

/**
 * Tells everybody who may be the second and is there what waits for one, with the first digest of their working day after anything began to
 * wait that they were not told of. Returns the number of mails; throws AggregateError once all had their turn.
 */
export async function schrijfTweedebrieven(database: Database, afzender: Afzender): Promise<number> {
  const db = database.voor(ALS);
  const lezers = await leesLezers(db);
  if (lezers.length === 0) return 0;
  const kalender = await leesKalender(db);
  return voorIeder(lezers, async (lezer) => {
    if (eersteOverzicht(lezer.sinds, { week: lezer.week ?? STANDAARDWEEK, kalender }) > lezer.nu) return false;
    const { gebruiker: persoon, verteld } = lezer;
    const eigen = database.voor({ rol: 'lezer', persoon });
    const kijker = await vindGebruiker(eigen, persoon);
    const wacht = kijker === null ? [] : await leesWachtOpTweede(eigen, kijker);
    // What is new may be their own work, or something that they do not see.
    if (!wacht.some(({ nieuwste }) => verteld === null || nieuwste > verteld)) return false;
    return database.inTransaction(ALS, (schrijver) => schrijf(schrijver, lezer, wacht, afzender));
  });
}

/** Who may have something new to look at, by their roles alone. */
function leesLezers(db: Db): Promise<Lezer[]> {
  return rows(
    db,
    sql`with wachtend (rollen, op) as materialized (
          select array['landelijk_team'], v.geschreven_op from vignet v where v.weg is null and v.tweede_door is null
          union all select array['landelijk_team'], coalesce(r.nagekeken_op, r.gemaakt_op) from rapport r where r.status <> 'definitief'
          union all select array['landelijk_team', 'regiocoordinator'], l.geschreven_op from les l where l.status = 'wacht'
          union all select array['landelijk_team', 'functioneel_beheer'], w.eerste_op from wissing w
                     where w.status = 'voorgesteld' and w.eerste_op is not null
          union all select array['functioneel_beheer'], b.op from bewaartermijnvoorstel b where b.bevestigd_door is null),
        lezer as materialized (
          select g.* from gebruiker g where ${isActief(sql`g`)} and exists (select from wachtend w where w.rollen && g.rollen))
        select g.id as gebruiker, g.naam, g.email, ${WEEK} as week, tijdstip(v.op) as verteld, tijdstip(n.sinds) as sinds,
               tijdstip(clock_timestamp()) as nu
          from lezer g
            cross join lateral (select ${laatsteDagbrief('tweede', sql`g.id`)} as op) v
            cross join lateral (
              select min(w.op) as sinds from wachtend w where w.rollen && g.rollen and w.op > coalesce(v.op, '-infinity')) n
         where n.sinds is not null
           and not ${isAfwezig(sql`g.id`, datumIn(sql`clock_timestamp()`))}
         order by g.id`,
    LEZER_RIJ,
  );
}

async function schrijf(
  db: Db,
  lezer: Lezer,
  wacht: readonly Tweedewacht[],
  { publicUrl, from }: Afzender,
): Promise<boolean> {
  const aantal = wacht.reduce((tot, een) => tot + een.aantal, 0);
  const brief: Brief = {
    onderwerp: `Er ${aantal === 1 ? 'wacht iets' : `wachten ${aantal} dingen`} op een tweede persoon`,
    aanhef: aanhef(lezer),
    alineas: [
      'Een collega begon hieraan. Het gaat pas verder als een tweede persoon het nakijkt. Dat kunt u zijn, of iemand anders.',
    ],
    gegevens: [],
    groepen: [tweedegroep(wacht, publicUrl)],
    knop: { tekst: 'Open Signaalpunt', url: `${publicUrl}/` },
    voet: [
      'U krijgt deze mail omdat u met uw rol die tweede persoon kunt zijn.',
      'Deze mail is automatisch verstuurd. Waar het over gaat, leest u alleen in Signaalpunt.',
    ],
  };
  const laatste =
    wacht
      .map(({ nieuwste }) => nieuwste)
      .toSorted()
      .at(-1) ?? lezer.nu;
  return legDagbriefKlaar(db, lezer, { soort: 'tweede', moment: laatste, brief, from });
}
