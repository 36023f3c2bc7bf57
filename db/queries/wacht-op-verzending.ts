import { BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';

import { instant, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Sql, sql } from '../sql.ts';

const VELDEN = {
  soort: oneOf(BERICHTSOORTEN),
  /** Name of the person, or address of the party, who will get it. */
  aan: text,
  /** Earliest delivery, on the stream's own clock. */
  nietVoor: instant,
  /** The mail, once it was written. */
  zending: orNull(text),
  /** `wacht`: its time has not come, or the mail server is away; `mislukt`: the mail server refused it for good. */
  status: oneOf(['wacht', 'mislukt']),
  pogingen: number,
  laatsteFout: orNull(text),
};
export const WACHTENDE_POST = object(VELDEN);

/** Post about a signaal that has not left yet. Instants in UTC. */
export type WachtendePost = Row<typeof VELDEN>;

/** What waits to be sent about the signaal with id `stroom`, SQL too, in the order in which it arose. */
export function wachtOpVerzending(stroom: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('soort', b.soort, 'aan', coalesce(g.naam, b.adres), 'zending', b.zending,
                    'nietVoor', tijdstip(b.niet_voor), 'status', coalesce(z.status, 'wacht'), 'pogingen', coalesce(z.pogingen, 0),
                    'laatsteFout', z.laatste_fout) order by b.volgnummer, coalesce(g.naam, b.adres)), '[]')
     from bericht b left join zending z on z.id = b.zending left join gebruiker g on g.id = b.gebruiker
    where b.stroom = ${stroom} and (b.status = 'wacht' or z.status in ('wacht', 'mislukt')))`;
}
