import { oneOf, orNull, type Row, text } from '#db/columns.ts';
import { type Db, rows, type Sql, sql } from '#db/sql.ts';
import { type Meldingsoort, SOORTEN_MELDING } from '#domain/beleid/meldingsoorten.ts';

const NIEUWE_MELDING_RIJ = {
  soort: oneOf(SOORTEN_MELDING),
  nummer: orNull(text),
};

/** A melding that was not there a round ago. */
export type NieuweMelding = Row<typeof NIEUWE_MELDING_RIJ>;

/**
 * Brings the meldingen of one soort up to date with what a check finds now, in one statement: what is new gets a row, what is
 * still there is seen again, what is gone is solved. Returns what is new.
 */
export function noteer(db: Db, soort: Meldingsoort, gevonden: Sql): Promise<NieuweMelding[]> {
  return rows(
    db,
    sql`with gevonden as materialized (${gevonden}),
             opgelost as (
               update waakhondmelding m set opgelost_op = clock_timestamp()
                where m.soort = ${soort} and m.opgelost_op is null
                  and not exists (select from gevonden g where g.onderwerp = m.onderwerp)),
             gezien as (
               insert into waakhondmelding (soort, onderwerp, stroom, nummer, toelichting, eerst_gezien_op, laatst_gezien_op)
               select ${soort}, onderwerp, stroom, nummer, toelichting, clock_timestamp(), clock_timestamp() from gevonden
               on conflict (soort, onderwerp) where opgelost_op is null
               do update set laatst_gezien_op = excluded.laatst_gezien_op, toelichting = excluded.toelichting
               returning soort, nummer, xmax = 0 as is_nieuw)
        select soort, nummer from gezien where is_nieuw`,
    NIEUWE_MELDING_RIJ,
  );
}
