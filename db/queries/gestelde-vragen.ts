import { OPEN_STATUSSEN } from '#domain/signaal/verzoeken.ts';

import { instant, number, type Row, text } from '../columns.ts';
import { type Db, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { leesbaar, type Lijstzicht } from './zicht.ts';

const OPEN_RIJ = {
  nummer: text,
  gesteldOp: instant,
  /** How many there are, with those that are not in the list. */
  aantal: number,
};

const ANTWOORD_RIJ = { gesteldOp: instant, geantwoordOp: instant };

/** What an organisatie was asked in one signaal, and has not ended. Instants in UTC. */
export type OpenVraag = Row<typeof OPEN_RIJ>;

/** When a question was asked and first answered. Instants in UTC. */
export type Antwoordduur = Row<typeof ANTWOORD_RIJ>;

/** The first `limiet` things for which an organisatie is still waited for, in signalen that are read with this sight; the longest first. */
export function leesOpenVragen(db: Db, zicht: Lijstzicht, organisatie: string, limiet: number): Promise<OpenVraag[]> {
  return rowsOfComposed(
    db,
    sql`select r.nummer, tijdstip(g.op) as "gesteldOp", (count(*) over ())::int as aantal
          from ${gevraagd(zicht, organisatie)}
           and exists (select from jsonb_array_elements(s.staat -> 'verzoeken') v
                        where v ->> 'id' = p.verzoek and v ->> 'status' = any(${OPEN_STATUSSEN}::text[]))
         order by g.op, p.verzoek limit ${limiet}`,
    OPEN_RIJ,
  );
}

/** The last `limiet` questions to an organisatie that got an answer, in signalen that are read with this sight; the newest first. */
export function leesBeantwoordingen(
  db: Db,
  zicht: Lijstzicht,
  organisatie: string,
  limiet: number,
): Promise<Antwoordduur[]> {
  return rowsOfComposed(
    db,
    sql`select tijdstip(g.op) as "gesteldOp", tijdstip(a.op) as "geantwoordOp"
          from ${gevraagd(zicht, organisatie, EERSTE_ANTWOORD)} and a.op is not null
         order by g.op desc, p.verzoek limit ${limiet}`,
    ANTWOORD_RIJ,
  );
}

const EERSTE_ANTWOORD = sql`
  cross join lateral (select min(b.op) as op from gebeurtenis b
                       where b.stroom = p.stroom and b.soort = 'verzoek_beantwoord' and b.data ->> 'verzoek' = p.verzoek) a`;

function gevraagd(zicht: Lijstzicht, organisatie: string, erbij: Sql = sql``): Sql {
  return sql`partij p
          join signaal r on r.id = p.stroom
          join stroom s on s.id = p.stroom
          join gebeurtenis g on g.stroom = p.stroom and g.soort = 'verzoek_gedaan' and g.data ->> 'verzoek' = p.verzoek
          ${erbij}
         where p.organisatie = ${organisatie} and ${leesbaar(zicht)}`;
}
