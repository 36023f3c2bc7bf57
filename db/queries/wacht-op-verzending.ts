import { BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';

import { instant, number, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

const WACHTENDE_POST_RIJ = {
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

/** Post about a signaal that has not left yet. Instants in UTC. */
export type WachtendePost = Row<typeof WACHTENDE_POST_RIJ>;

/** What waits to be sent about one signaal, in the order in which it arose. */
export function wachtOpVerzending(db: Db, stroom: string): Promise<WachtendePost[]> {
  return rows(
    db,
    sql`select b.soort, coalesce(g.naam, b.adres) as aan, b.zending, tijdstip(b.niet_voor) as "nietVoor", coalesce(z.status, 'wacht') as status,
               coalesce(z.pogingen, 0) as pogingen, z.laatste_fout as "laatsteFout"
          from bericht b left join zending z on z.id = b.zending left join gebruiker g on g.id = b.gebruiker
         where b.stroom = ${stroom} and (b.status = 'wacht' or z.status in ('wacht', 'mislukt'))
         order by b.volgnummer, aan`,
    WACHTENDE_POST_RIJ,
  );
}
