import { type Db, jsonb, rows, sql } from '#db/sql.ts';

import type { Schakel } from './verloop.ts';

/** Appends to the record; free text goes to a table of its own. */
export async function schrijfVerslag(db: Db, stroom: string, verloop: readonly Schakel[]): Promise<void> {
  const delen = new Map<string, number>();
  const reeks = verloop.map(({ gebeurtenis, na }) => {
    const { soort, op, verschuldigdOp, bron, door, tekst: _tekst, ...data } = gebeurtenis;
    const deel = delen.get(bron) ?? 0;
    delen.set(bron, deel + 1);
    return { volgnummer: na.volgnummer, soort, op, verschuldigd_op: verschuldigdOp, bron, deel, door, data };
  });
  await rows(
    db,
    sql`insert into gebeurtenis (stroom, volgnummer, soort, op, verschuldigd_op, bron, deel, door, data)
        select ${stroom}, volgnummer, soort, op, verschuldigd_op, bron, deel, door, data
          from jsonb_to_recordset(${jsonb(reeks)}) as nieuw (volgnummer int, soort text, op timestamptz,
               verschuldigd_op timestamptz, bron text, deel int, door text, data jsonb)`,
  );
  await schrijfTeksten(db, stroom, verloop);
}

async function schrijfTeksten(db: Db, stroom: string, verloop: readonly Schakel[]): Promise<void> {
  const teksten = verloop.flatMap(({ gebeurtenis: { tekst = {} }, na: { volgnummer } }) =>
    Object.entries(tekst).map(([veld, inhoud]) => ({ volgnummer, veld, inhoud })),
  );
  if (teksten.length === 0) return;
  await rows(
    db,
    sql`insert into tekst select ${stroom}, volgnummer, veld, inhoud
          from jsonb_to_recordset(${jsonb(teksten)}) as nieuw (volgnummer int, veld text, inhoud text)`,
  );
}
