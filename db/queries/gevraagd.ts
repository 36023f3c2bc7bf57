import type { Staat } from '#domain/signaal/staat.ts';
import { OPEN_STATUSSEN } from '#domain/signaal/verzoeken.ts';

import { instant, json, list, object, orNull, type Row, text } from '../columns.ts';
import { type Db, rowsOfComposed, sql } from '../sql.ts';
import { NU } from './klok.ts';
import { onderwerpVoor } from './signalen.ts';
import { type Lijstzicht, zichtbaar } from './zicht.ts';

const RIJ = {
  id: text,
  nummer: text,
  staat: json<Staat>(),
  nu: instant,
  /** null once it was erased. */
  onderwerp: orNull(text),
  /** What was asked of this person, in words, with when and by whom. */
  vragen: list(object({ verzoek: text, vraag: text, op: instant, door: text })),
};

/** A signaal in which something may wait for the answer of one person. */
export type Gevraagdin = Row<typeof RIJ>;

/**
 * Signalen in which a question to this person is open, a promise is due that they must tell of, or they were asked how it goes: at most
 * `limiet`. It finds a few more than there are: what really waits, the rules say.
 */
export function leesGevraagd(db: Db, lijstzicht: Lijstzicht, limiet: number): Promise<Gevraagdin[]> {
  const {
    zicht: { persoon },
    waarnemingen,
  } = lijstzicht;
  return rowsOfComposed(
    db,
    sql`select s.id, s.nummer, s.staat, tijdstip(${NU}) as nu,
          ${onderwerpVoor(lijstzicht)} as onderwerp,
          (select coalesce(jsonb_agg(jsonb_build_object('verzoek', g.data ->> 'verzoek', 'vraag', t.inhoud, 'op', tijdstip(g.op),
                    'door', g.door)), '[]')
             from gebeurtenis g
               join tekst t on t.stroom = g.stroom and t.volgnummer = g.volgnummer and t.veld = 'vraag'
            where g.stroom = s.id and g.soort = 'verzoek_gedaan' and g.door is not null) as vragen
        from signaal r join stroom s on s.id = r.id
        where (r.melder = ${persoon} or r.behandelaar = any(${[persoon, ...waarnemingen.map(({ afwezige }) => afwezige)]}::text[]) and r.status <> 'afgesloten'
            or r.id = any(array(select eigen_open_signalen()))) and ${zichtbaar(lijstzicht)}
          and (exists (select from jsonb_array_elements(s.staat -> 'verzoeken') v
                        where v ->> 'persoon' = ${persoon} and v ->> 'status' = any(${OPEN_STATUSSEN}::text[]))
            or exists (select from jsonb_array_elements(s.staat -> 'stappen') w
                        where w ->> 'gevraagd' is not null
                          and (w ->> 'soort' = 'toezegging' or w ->> 'soort' = 'terugblik' and r.melder = ${persoon})))
        order by r.termijn_op, r.id limit ${limiet}`,
    RIJ,
  );
}
