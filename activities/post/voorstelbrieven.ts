import { ADRESSEN } from '#contract/adressen.ts';
import { instant, json, number, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { datumIn } from '#db/queries/klok.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { eersteOverzicht, STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';

import { isAfwezig } from '../schrijven/aanwezig.ts';
import type { Afzender, Brief } from './brief.ts';
import { aanhef } from './enkel.ts';
import { voorIeder } from './ieder.ts';
import { laatsteDagbrief, legDagbriefKlaar } from './zending.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

const LEZER_RIJ = {
  gebruiker: text,
  naam: text,
  email: text,
  week: orNull(json<Werkweek>()),
  aantal: number,
  sinds: instant,
  nieuwste: instant,
  nu: instant,
};

/**
 * Tells everybody of the landelijk team who is there how many patroonvoorstellen wait that they were not told of and may see, with the first
 * digest of their working day. Returns the number of mails; throws AggregateError once all had their turn.
 */
export async function schrijfVoorstelbrieven(database: Database, afzender: Afzender): Promise<number> {
  const db = database.voor(ALS);
  const lezers = await leesLezers(db);
  if (lezers.length === 0) return 0;
  const kalender = await leesKalender(db);
  return voorIeder(lezers, async (lezer) => {
    const rooster = { week: lezer.week ?? STANDAARDWEEK, kalender };
    return eersteOverzicht(lezer.sinds, rooster) <= lezer.nu && schrijf(db, lezer, afzender);
  });
}

/** Who works for an organisation that one of its signalen concerns does not hear of a voorstel. */
function leesLezers(db: Db): Promise<Row<typeof LEZER_RIJ>[]> {
  return rows(
    db,
    sql`with wachtend as materialized (
          select v.signalen, v.gevonden_op from patroonvoorstel v
           where v.besluit is null and v.tot_en_met >= ${datumIn(sql`clock_timestamp()`)})
        select g.id as gebruiker, g.naam, g.email, ${WEEK} as week, n.aantal, tijdstip(n.sinds) as sinds, tijdstip(n.nieuwste) as nieuwste, tijdstip(clock_timestamp()) as nu
          from gebruiker g
            cross join lateral (
              select count(*)::int as aantal, min(w.gevonden_op) as sinds, max(w.gevonden_op) as nieuwste from wachtend w
               where w.gevonden_op > coalesce(${laatsteDagbrief('voorstellen', sql`g.id`)}, '-infinity')
                 and not exists (select from signaal s where s.id = any(w.signalen) and s.betrokken_organisaties @> array[g.organisatie])) n
         where g.rollen @> array['landelijk_team'] and ${isActief(sql`g`)} and n.aantal > 0
           and not ${isAfwezig(sql`g.id`, datumIn(sql`clock_timestamp()`))}
         order by g.id`,
    LEZER_RIJ,
  );
}

async function schrijf(db: Db, lezer: Row<typeof LEZER_RIJ>, { publicUrl, from }: Afzender): Promise<boolean> {
  const { aantal } = lezer;
  const wat = aantal === 1 ? 'één nieuw voorstel' : `${aantal} nieuwe voorstellen`;
  const brief: Brief = {
    onderwerp: `Signaalpunt vond ${wat} voor een patroon`,
    aanhef: aanhef(lezer),
    alineas: [
      `Ergens komen meer signalen binnen dan gewoon is. Er ${aantal === 1 ? 'wacht' : 'wachten'} ${wat}. Wilt u kijken of het een patroon is?`,
      'Bij elk voorstel staat waarom het opvalt, met de getallen en de signalen.',
    ],
    gegevens: [],
    groepen: [],
    knop: { tekst: 'Bekijk de voorstellen', url: `${publicUrl}${ADRESSEN.patroonvoorstellen()}` },
    voet: [
      'U krijgt deze mail omdat u bij het landelijk team hoort.',
      'Deze mail is automatisch verstuurd. Waar het over gaat, leest u alleen in Signaalpunt.',
    ],
  };
  return legDagbriefKlaar(db, lezer, { soort: 'voorstellen', moment: lezer.nieuwste, brief, from });
}
