import type { Regio } from '#domain/beleid/regios.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { date, object, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

const WAARNEMING_RIJ = {
  id: text,
  afwezige: object({ id: text, naam: text, telefoon: orNull(text) }),
  waarnemer: object({ id: text, naam: text, telefoon: orNull(text) }),
  van: date,
  /** The day before `van` when it was ended before it began. */
  tot: date,
};

/** From `van` to `tot`, both included, somebody acts for somebody who is absent. Amsterdam dates. */
export type Waarneming = Row<typeof WAARNEMING_RIJ>;

/** Whose waarnemingen somebody sees besides their own: everybody's, or those of people of the same regions. */
export interface Waarnemingzicht {
  persoon: string;
  alles: boolean;
  regios: readonly Regio[];
}

const WAARNEMING = sql`select w.id, w.van::text, w.tot::text,
    jsonb_build_object('id', a.id, 'naam', a.naam, 'telefoon', a.telefoon) as afwezige,
    jsonb_build_object('id', v.id, 'naam', v.naam, 'telefoon', v.telefoon) as waarnemer
  from waarneming w join gebruiker a on a.id = w.afwezige join gebruiker v on v.id = w.waarnemer`;

export async function leesWaarneming(db: Db, id: string): Promise<Waarneming | null> {
  const [waarneming] = await rows(db, sql`${WAARNEMING} where w.id = ${id}::uuid`, WAARNEMING_RIJ);
  return waarneming ?? null;
}

/** Those that run on `vandaag` or are still to come, the first first. */
export function lijstWaarnemingen(
  db: Db,
  { persoon, alles, regios }: Waarnemingzicht,
  vandaag: Datum,
): Promise<Waarneming[]> {
  return rows(
    db,
    sql`${WAARNEMING}
        where w.tot >= greatest(${vandaag}::date, w.van)
          and (${alles} or ${persoon} in (w.afwezige, w.waarnemer) or a.regios && ${regios}::text[] or a.thuisregio = any(${regios}::text[]))
        order by w.van, w.id`,
    WAARNEMING_RIJ,
  );
}

/** Those of `personen` who are away on `dag` (Amsterdam), with who stands in for them. */
export function leesAfwezigen(db: Db, personen: readonly string[], dag: Datum): Promise<Waarneming[]> {
  return rows(
    db,
    sql`${WAARNEMING} where w.afwezige = any(${[...personen]}::text[]) and ${dag}::date between w.van and w.tot order by w.van, w.id`,
    WAARNEMING_RIJ,
  );
}
