import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { type Db, rows, sql } from '../sql.ts';

/** Post about a signaal that has not left yet. Instants in UTC. */
export interface WachtendePost {
  soort: string;
  /** Who will get it. */
  gebruiker: string;
  /** Earliest delivery, on the stream's own clock. */
  nietVoor: Tijdstip;
  /** `wacht`: its time has not come, or the mail server is away; `mislukt`: the mail server refused it for good. */
  status: 'wacht' | 'mislukt';
  pogingen: number;
  laatsteFout: string | null;
}

/** What waits to be sent about one signaal, in the order in which it arose. */
export function wachtOpVerzending(db: Db, stroom: string): Promise<WachtendePost[]> {
  return rows<WachtendePost>(
    db,
    sql`select b.soort, b.gebruiker, tijdstip(b.niet_voor) as "nietVoor", coalesce(z.status, 'wacht') as status,
               coalesce(z.pogingen, 0) as pogingen, z.laatste_fout as "laatsteFout"
          from bericht b left join zending z on z.id = b.zending
         where b.stroom = ${stroom} and (b.status = 'wacht' or z.status in ('wacht', 'mislukt'))
         order by b.volgnummer, b.gebruiker`,
  );
}
