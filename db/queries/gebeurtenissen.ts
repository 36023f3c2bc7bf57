import { FEITSOORTEN } from '#domain/signaal/betekenis.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { contactVan, DIENST } from '#domain/signaal/opdracht.ts';
import type { Opgeschreven } from '#domain/signaal/zinnen.ts';

import { instant, json, number, object, oneOf, orNull, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** A row of `gebeurtenis` that is called `g`, as the Gebeurtenis that the rules know. */
export const GEBEURTENIS = sql`g.data || jsonb_build_object('soort', g.soort, 'op', tijdstip(g.op),
  'verschuldigdOp', tijdstip(g.verschuldigd_op), 'bron', g.bron, 'door', g.door)`;

/** One entry of the record of a signaal, with its text and the name of who acted. */
export interface Verslagregel extends Opgeschreven {
  volgnummer: number;
  door: { id: string; naam: string } | null;
  namens: { id: string; naam: string } | null;
  teksten: Record<string, string>;
}
const VERSLAGREGEL_RIJ = {
  volgnummer: number,
  door: orNull(object({ id: text, naam: text })),
  namens: orNull(object({ id: text, naam: text })),
  teksten: json<Record<string, string>>(),
  soort: oneOf(FEITSOORTEN),
  op: instant,
  verschuldigdOp: orNull(instant),
  bron: text,
  data: json<Record<string, unknown>>(),
};

/** The record of a signaal in order, after `na`, at most `limiet` entries. */
export async function leesVerslag(db: Db, stroom: string, na: number, limiet: number): Promise<Verslagregel[]> {
  return rows(
    db,
    sql`select g.volgnummer, g.soort, tijdstip(g.op) as op, tijdstip(g.verschuldigd_op) as "verschuldigdOp", g.bron, g.data,
          case when g.door is not null
            then jsonb_build_object('id', g.door, 'naam', coalesce(p.naam, o.naam, case g.door when ${DIENST} then 'Signaalpunt' end, g.door))
            end as door,
          case when g.namens is not null then jsonb_build_object('id', g.namens, 'naam', coalesce(n.naam, g.namens)) end as namens,
          coalesce((select jsonb_object_agg(t.veld, t.inhoud) from tekst t where t.stroom = g.stroom and t.volgnummer = g.volgnummer), '{}') as teksten
        from gebeurtenis g
          left join gebruiker p on p.id = g.door
          left join gebruiker n on n.id = g.namens
          left join partij x on x.stroom = g.stroom and g.door = ${contactVan('')} || x.verzoek
          left join organisatie o on o.id = x.organisatie
        where g.stroom = ${stroom}::uuid and g.volgnummer > ${na}
        order by g.volgnummer limit ${limiet}`,
    VERSLAGREGEL_RIJ,
  );
}

/** The first `tot` gebeurtenissen of a signaal, without their texts, to fold. */
export async function leesGebeurtenissen(db: Db, stroom: string, tot: number): Promise<Gebeurtenis[]> {
  const gevonden = await rows(
    db,
    sql`select ${GEBEURTENIS} as gebeurtenis
        from gebeurtenis g where g.stroom = ${stroom}::uuid and g.volgnummer <= ${tot} order by g.volgnummer`,
    { gebeurtenis: json<Gebeurtenis>() },
  );
  return gevonden.map(({ gebeurtenis }) => gebeurtenis);
}

/** What one opdracht led to in a signaal, without its texts. */
export async function leesGevolgen(db: Db, stroom: string, opdracht: string): Promise<Gebeurtenis[]> {
  const gevonden = await rows(
    db,
    sql`select ${GEBEURTENIS} as gebeurtenis
        from gebeurtenis g where g.stroom = ${stroom} and g.bron = ${opdracht} order by g.volgnummer`,
    { gebeurtenis: json<Gebeurtenis>() },
  );
  return gevonden.map(({ gebeurtenis }) => gebeurtenis);
}
