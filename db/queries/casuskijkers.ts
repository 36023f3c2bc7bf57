import { instant, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

/** Somebody who read who a signaal is about. */
export interface Casuskijker {
  naam: string;
  op: string;
}

/** Who read the casusbijlage of this signaal, the last first, as the log has it: by its page or by the API. */
export function leesCasuskijkers(db: Db, stroom: string, limiet: number): Promise<Casuskijker[]> {
  return rows(
    db,
    sql`select coalesce(g.naam, l.persoon, 'Een ketenpartner') as naam, tijdstip(l.op) as op
          from logregel l left join gebruiker g on g.id = l.persoon
         where l.stroom = ${stroom} and l.afloop = 'gelukt'
           and l.operatie in ('GET /signalen/:nummer/over-wie', 'GET /api/v1/signalen/:signaal/casusbijlage',
                              'GET /api/v1/signalen/:signaal/casusbestanden/:bestand', 'GET /signalen/:nummer/over-wie/bestanden/:bestand')
         order by l.nr desc limit ${limiet}`,
    { naam: text, op: instant },
  );
}
