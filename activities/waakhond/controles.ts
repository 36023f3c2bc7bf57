import { isActief } from '#db/queries/actief.ts';
import { datumIn, NU } from '#db/queries/klok.ts';
import { type Sql, sql } from '#db/sql.ts';
import type { Meldingsoort } from '#domain/beleid/meldingsoorten.ts';

/**
 * One check: a query whose every row (onderwerp, stroom, nummer, toelichting) is something that is wrong now. It reads tables
 * alone: no rule of the domain is asked, so that a fault in the rules cannot hide itself.
 */
export interface Waakhondcontrole {
  soort: Meldingsoort;
  gevonden: Sql;
}

/** A signaal for which the clock still has something to do, and that is not set apart. */
export const LOOPT = sql`s.volgende_op is not null and s.geparkeerd_op is null`;

export const CONTROLES: readonly Waakhondcontrole[] = [
  {
    // Jitter, a herd and a retry fit well within two minutes.
    soort: 'mijlpaal_te_laat',
    gevonden: sql`
      select s.id::text as onderwerp, s.id as stroom, s.nummer,
             'Had moeten gebeuren om ' || to_char(s.volgende_op at time zone 'Europe/Amsterdam', 'HH24:MI DD-MM-YYYY') as toelichting
        from stroom s where ${LOOPT} and s.volgende_op < ${NU} - interval '120 seconds'`,
  },
  {
    soort: 'wekker_blijft_liggen',
    gevonden: sql`
      select s.id::text as onderwerp, s.id as stroom, s.nummer, null as toelichting
        from stroom s where s.wek_nodig and s.wek_sinds < clock_timestamp() - interval '60 seconds'`,
  },
  {
    soort: 'bericht_blijft_liggen',
    gevonden: sql`
      select distinct s.id::text as onderwerp, s.id as stroom, s.nummer, null as toelichting
        from bericht b join stroom s on s.id = b.stroom
       where b.status = 'wacht' and b.niet_voor < ${NU} - interval '10 minutes'`,
  },
  {
    // One for the whole queue: a mail server that is away is one fault, and the mail about it waits in the same queue.
    soort: 'mail_wacht',
    gevonden: sql`
      select 'post' as onderwerp, null::uuid as stroom, null as nummer, count(*) || ' in de rij' as toelichting
        from zending z where z.status = 'wacht' and uuid_extract_timestamp(z.id) < clock_timestamp() - interval '30 minutes'
      having count(*) > 0`,
  },
  {
    // Solved by another address, by a mail that did arrive, or by a month. What a ketenpartner does not get, its behandelaar hears.
    soort: 'mail_mislukt',
    gevonden: sql`
      select distinct z.gebruiker as onderwerp, null::uuid as stroom, null as nummer, 'Gebruiker ' || z.gebruiker as toelichting
        from zending z join gebruiker g on g.id = z.gebruiker and ${isActief(sql`g`)} and lower(g.email) = z.adres
       where z.status = 'mislukt' and uuid_extract_timestamp(z.id) > clock_timestamp() - interval '30 days'
         and not exists (select from zending later
                          where later.gebruiker = z.gebruiker and later.id > z.id and later.status = 'verstuurd')`,
  },
  {
    soort: 'signaal_geparkeerd',
    gevonden: sql`
      select s.id::text as onderwerp, s.id as stroom, s.nummer,
             'Sinds ' || to_char(s.geparkeerd_op at time zone 'Europe/Amsterdam', 'HH24:MI DD-MM-YYYY') as toelichting
        from stroom s where s.geparkeerd_op is not null`,
  },
  {
    soort: 'signaal_zonder_mijlpaal',
    gevonden: sql`
      select s.id::text as onderwerp, s.id as stroom, s.nummer, null as toelichting
        from stroom s join signaal l on l.id = s.id
       where l.status <> 'afgesloten' and s.volgende_op is null and s.geparkeerd_op is null`,
  },
  {
    // Nobody reads it any more since the second confirmation, but it is not gone: Temporal, the folder of the journal or a mail is away.
    soort: 'wissen_hangt',
    gevonden: sql`
      select w.id::text as onderwerp, w.stroom, w.nummer,
             'Bevestigd om ' || to_char(w.tweede_op at time zone 'Europe/Amsterdam', 'HH24:MI DD-MM-YYYY') as toelichting
        from wissing w where w.status = 'bevestigd' and w.tweede_op < clock_timestamp() - interval '1 hour'`,
  },
  {
    // They do not fit their seals, or those stand nowhere outside: then they stay, and nobody else would hear why. Two days are many rounds.
    soort: 'logboek_blijft_staan',
    gevonden: sql`
      select 'logboek' as onderwerp, null::uuid as stroom, null as nummer,
             'De oudste zijn van ' || to_char(z.dag, 'DD-MM-YYYY') as toelichting
        from bewaartermijn t,
             (select dag from logzegel where tot >= (select min(nr) from logregel) order by tot limit 1) z
       where t.soort = 'logboek'
         and z.dag < ${datumIn(sql`clock_timestamp()`)} - t.maanden * interval '1 month' - interval '2 days'`,
  },
  {
    soort: 'kalender_niet_doorgevoerd',
    gevonden: sql`
      with nieuwste as materialized (select versie, op from kalender order by versie desc limit 1)
      select s.id::text as onderwerp, s.id as stroom, s.nummer, null as toelichting
        from stroom s
       where ${LOOPT} and (s.staat -> 'kalender' ->> 'versie')::int < (select versie from nieuwste)
         and (select op from nieuwste) < clock_timestamp() - interval '10 minutes'`,
  },
  {
    soort: 'feestdagen_raken_op',
    gevonden: sql`
      select coalesce(max(volledig_tot_en_met)::text, 'onbekend') as onderwerp, null::uuid as stroom, null as nummer,
             'Bekend tot en met ' || coalesce(to_char(max(volledig_tot_en_met), 'DD-MM-YYYY'), 'onbekend') as toelichting
        from kalender
      having coalesce(max(volledig_tot_en_met) < (clock_timestamp() at time zone 'Europe/Amsterdam' + interval '1 year')::date, true)`,
  },
];
