import type { Meldingsoort } from '#domain/beleid/meldingsoorten.ts';

import { instant, number, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

const WAAKHONDMELDING_RIJ = {
  id: text,
  soort: text,
  stroom: orNull(text),
  nummer: orNull(text),
  toelichting: orNull(text),
  eerstGezienOp: instant,
  laatstGezienOp: instant,
  opgelostOp: orNull(instant),
  gemeldOp: orNull(instant),
};

/** Something that the guard saw, without anything of the case. Instants are the world's. */
export type Waakhondmelding = Row<typeof WAAKHONDMELDING_RIJ>;

const VELDEN = sql`id, soort, stroom, nummer, toelichting, tijdstip(eerst_gezien_op) as "eerstGezienOp",
  tijdstip(laatst_gezien_op) as "laatstGezienOp", tijdstip(opgelost_op) as "opgelostOp", tijdstip(gemeld_op) as "gemeldOp"`;

/** What is open, the longest first, or what was solved, the latest first; and how many there are of it. */
export async function leesWaakhondmeldingen(
  db: Db,
  { opgelost, limiet }: { opgelost: boolean; limiet: number },
): Promise<{ aantal: number; meldingen: Waakhondmelding[] }> {
  const waar = opgelost ? sql`opgelost_op is not null` : sql`opgelost_op is null`;
  const volgorde = opgelost ? sql`opgelost_op desc, id` : sql`eerst_gezien_op, id`;
  const [{ aantal } = { aantal: 0 }] = await rows(
    db,
    sql`select count(*)::int as aantal from waakhondmelding where ${waar}`,
    { aantal: number },
  );
  const meldingen = await rows(
    db,
    sql`select ${VELDEN} from waakhondmelding where ${waar} order by ${volgorde} limit ${limiet}`,
    WAAKHONDMELDING_RIJ,
  );
  return { aantal, meldingen };
}

/** What the guard says now of that kind, which is about no signaal; null when it says nothing. */
export async function leesWaakhondmeldingVan(db: Db, soort: Meldingsoort): Promise<Waakhondmelding | null> {
  const [melding] = await rows(
    db,
    sql`select ${VELDEN} from waakhondmelding where soort = ${soort} and opgelost_op is null`,
    WAAKHONDMELDING_RIJ,
  );
  return melding ?? null;
}

export async function leesWaakhondmelding(db: Db, id: string): Promise<Waakhondmelding | null> {
  const [melding] = await rows(db, sql`select ${VELDEN} from waakhondmelding where id = ${id}`, WAAKHONDMELDING_RIJ);
  return melding ?? null;
}
