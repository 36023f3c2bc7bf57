import { instant, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** When this person began the day before this visit (on the clock of the world); now when that is not known. */
export async function leesVandaagbezoek(db: Db, persoon: string): Promise<string> {
  const [bezoek] = await rows(
    db,
    sql`select tijdstip(coalesce((select b.eerder_op from vandaagbezoek b where b.gebruiker = ${persoon}), clock_timestamp())) as op`,
    { op: instant },
  );
  if (bezoek === undefined) throw new TypeError('select returned no row');
  return bezoek.op;
}

/** The open signalen in the hands of one of these in which somebody answered, and this person has not read it since. */
export async function leesOngelezenAntwoorden(
  db: Db,
  persoon: string,
  behandelaars: readonly string[],
  limiet: number,
): Promise<string[]> {
  const gevonden = await rows(
    db,
    sql`select r.id::text from signaal r
         where r.status <> 'afgesloten' and r.behandelaar = any(${[...behandelaars]}::text[])
           and exists (select from gebeurtenis g
                        where g.stroom = r.id and g.soort = 'verzoek_beantwoord' and g.door is distinct from ${persoon}
                          and g.volgnummer > coalesce((select l.volgnummer from gelezen l where l.gebruiker = ${persoon} and l.stroom = r.id), 0))
         order by coalesce(r.termijn_op, 'infinity'), r.id limit ${limiet}`,
    { id: text },
  );
  return gevonden.map(({ id }) => id);
}

/** The open signalen that somebody sees of which the clock took one a niveau higher since `sinds` (on the clock of the world). */
export async function leesVanzelfOmhoog(db: Db, sinds: string, limiet: number): Promise<string[]> {
  const gevonden = await rows(
    db,
    // No stream is behind the world, so what is later on its own clock is later than `sinds` as it is, for which there is an index.
    sql`select r.id::text from signaal r
         where r.status <> 'afgesloten' and r.niveau <> 'lokaal'
           and r.laatste_op > ${sinds}::timestamptz
           and r.laatste_op > ${sinds}::timestamptz + r.klokverschil_ms * interval '1 millisecond'
           and exists (select from gebeurtenis g
                        where g.stroom = r.id and g.soort = 'geescaleerd' and g.data ->> 'automatisch' = 'true'
                          and g.op > ${sinds}::timestamptz + r.klokverschil_ms * interval '1 millisecond')
         order by coalesce(r.termijn_op, 'infinity'), r.id limit ${limiet}`,
    { id: text },
  );
  return gevonden.map(({ id }) => id);
}
