import { ADRESSEN } from '#contract/adressen.ts';
import { number, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import { vraagTotEnMet } from '#domain/les.ts';
import { type Datum, datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { isWerkdag } from '#domain/tijd/werkdagen.ts';

import type { Afzender } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';
import { isAfwezig } from '../schrijven/aanwezig.ts';
import { vraagbrief, verlopenbrief } from './lesbrief.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'lessen' } as const;

/**
 * On a working day: asks whose les is about to end, or else the deputy, whether it still works, and tells landelijk of what ended without
 * an answer. Each once, also when it is done again: what was asked and told stands in the row of the les, written with the letter. Returns
 * the number of lessen that were asked about or told of.
 */
export async function vraagOfLessenWerken(database: Database, afzender: Afzender, nu: Tijdstip): Promise<number> {
  const vandaag = datumVan(nu);
  const kalender = await leesKalender(database.voor(ALS));
  if (!isWerkdag(vandaag, kalender)) return 0;
  const dagen = { nu, vandaag, totEnMet: vraagTotEnMet(vandaag, kalender) };
  const gevraagd = await database.inTransaction(ALS, (db) => vraag(db, dagen, afzender));
  return gevraagd + (await database.inTransaction(ALS, (db) => meld(db, dagen, afzender)));
}

interface Dagen {
  nu: Tijdstip;
  vandaag: Datum;
  /** Until which last day a les is asked about. */
  totEnMet: Datum;
}

/** Of who is away without a deputy it waits for the return; whoever left is not asked, and nor is who may not see it any more. */
async function vraag(db: Db, { nu, vandaag, totEnMet }: Dagen, afzender: Afzender): Promise<number> {
  const gevraagd = await rows(
    db,
    sql`with nu as (
          select l.id, l.versie, o.naam, o.email, case when o.id <> e.id then e.naam end as voor
            from les l join gebruiker e on e.id = l.eigenaar and ${isActief(sql`e`)}
              cross join lateral (
                select g.id, g.naam, g.email from gebruiker g
                 where ${magHoren(vandaag)}
                   and (g.id = e.id or exists (select from waarneming w where w.afwezige = e.id and w.waarnemer = g.id
                                                  and ${vandaag}::date between w.van and w.tot))
                 order by g.id = e.id desc, g.id limit 1) o
           where l.status = 'geldig' and l.gevraagd_op is null and l.geldig_tot between ${vandaag}::date and ${totEnMet}::date
             for update of l)
        update les l set gevraagd_op = ${nu}::timestamptz from nu where nu.id = l.id and nu.versie = l.versie
        returning l.nummer, l.geldig_tot::text as "geldigTot", nu.naam, nu.email, coalesce(nu.voor, '') as voor`,
    { nummer: text, geldigTot: text, naam: text, email: text, voor: text },
  );
  // In the order of their addresses, so that two who write post never wait for each other.
  for (const { email, ...les } of gevraagd.toSorted((een, ander) => (een.email < ander.email ? -1 : 1)))
    await legKlaar(db, afzender, {
      adres: email,
      brief: vraagbrief(les, afzender),
      sleutel: `les-${les.nummer}-vraag-${vandaag}`,
      op: nu,
    });
  return gevraagd.length;
}

/** Everybody of the landelijk team who is there hears how many there are that they may see. */
async function meld(db: Db, { nu, vandaag }: Dagen, afzender: Afzender): Promise<number> {
  const lezers = await rows(
    db,
    sql`with verlopen as materialized (
          select l.* from les l where l.status = 'geldig' and l.gemeld_op is null and l.geldig_tot < ${vandaag}::date for update),
        lezer as materialized (
          select g.id, g.naam, g.email, l.id as les, l.versie from verlopen l
            join gebruiker g on g.rollen @> array['landelijk_team'] and ${magHoren(vandaag)}),
        gemeld as (
          update les l set gemeld_op = ${nu}::timestamptz from (select distinct les, versie from lezer) r
           where r.les = l.id and r.versie = l.versie)
        select id, naam, email, count(*)::int as aantal, (select count(distinct les)::int from lezer) as samen
          from lezer group by id, naam, email order by email`,
    { id: text, naam: text, email: text, aantal: number, samen: number },
  );
  for (const { id, naam, email, aantal } of lezers)
    await legKlaar(db, afzender, {
      adres: email,
      brief: verlopenbrief({ naam, aantal, url: `${afzender.publicUrl}${ADRESSEN.lessen()}?stand=verlopen` }),
      sleutel: `lessen-verlopen-${id.replaceAll(/[^\w.-]/g, '')}-${vandaag}`,
      op: nu,
    });
  return lezers[0]?.samen ?? 0;
}

/** Gebruiker `g` is at work today and may know of les `l`. */
function magHoren(vandaag: Datum): Sql {
  return sql`${isActief(sql`g`)} and not ${isAfwezig(sql`g.id`, sql`${vandaag}::date`)}
    and (g.organisatie is null or not l.niet_voor @> array[g.organisatie])`;
}
