import type { Staat } from '#domain/signaal/staat.ts';

import { instant, json, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { raakt } from './belangen.ts';

const AGENDASLEUTEL_RIJ = {
  id: text,
  gemaaktOp: instant,
  laatstGebruiktOp: orNull(instant),
};

/** A key of a calendar feed, without the key itself. Instants in UTC, on the clock of the world. */
export type Agendasleutel = Row<typeof AGENDASLEUTEL_RIJ>;

const SLEUTEL = sql`select id, tijdstip(gemaakt_op) as "gemaaktOp", tijdstip(laatst_gebruikt_op) as "laatstGebruiktOp" from agendasleutel`;

export function leesAgendasleutels(db: Db, gebruiker: string): Promise<Agendasleutel[]> {
  return rows(db, sql`${SLEUTEL} where gebruiker = ${gebruiker} order by gemaakt_op, id`, AGENDASLEUTEL_RIJ);
}

/** The key with this id, if there is one. */
export async function leesAgendasleutel(db: Db, id: string): Promise<Agendasleutel | null> {
  const [sleutel] = await rows(db, sql`${SLEUTEL} where id = ${id}`, AGENDASLEUTEL_RIJ);
  return sleutel ?? null;
}

/** A signaal in which somebody may have a deadline. */
export interface Agendasignaal {
  nummer: string;
  staat: Staat;
}

/**
 * The open signalen that somebody handles or filed, and what they filed for as long as a term for bezwaar runs: that one does not end
 * with the signaal. What concerns the employer of somebody who did not file it is left out.
 */
export function leesAgenda(db: Db, gebruiker: string): Promise<Agendasignaal[]> {
  return rows(
    db,
    sql`select s.nummer, s.staat from signaal l join stroom s on s.id = l.id join gebruiker g on g.id = ${gebruiker}
         where (l.melder = g.id or l.behandelaar = g.id and not ${raakt(sql`g.organisatie`, sql`l`)})
           and (l.status <> 'afgesloten' or l.melder = g.id and s.staat -> 'stappen' @> '[{"soort": "bezwaar"}]')
         order by s.nummer`,
    { nummer: text, staat: json<Staat>() },
  );
}
