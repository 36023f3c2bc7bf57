import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import { BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { number, oneOf, orNull, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** Post about a signaal that has not left yet. Instants in UTC. */
export interface WachtendePost {
  soort: Berichtsoort;
  /** Name of the person, or address of the party, who will get it. */
  aan: string;
  /** Earliest delivery, on the stream's own clock. */
  nietVoor: Tijdstip;
  /** The mail, once it was written. */
  zending: string | null;
  /** `wacht`: its time has not come, or the mail server is away; `mislukt`: the mail server refused it for good. */
  status: 'wacht' | 'mislukt';
  pogingen: number;
  laatsteFout: string | null;
}
const WACHTENDE_POST_RIJ = {
  soort: oneOf(BERICHTSOORTEN),
  aan: text,
  nietVoor: text,
  zending: orNull(text),
  status: oneOf(['wacht', 'mislukt']),
  pogingen: number,
  laatsteFout: orNull(text),
};

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
