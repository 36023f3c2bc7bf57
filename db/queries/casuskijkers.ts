import { instant, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { datumIn } from './klok.ts';

/** Somebody who read who a signaal is about. */
export interface Casuskijker {
  naam: string;
  op: string;
}

/**
 * Who read the casusbijlage of this signaal, the last first, as the log has it: by its pages, by the API, which answers with all of it to who changes it too, or by a link while the family allowed
 * that organisatie to.
 */
export function leesCasuskijkers(db: Db, stroom: string, limiet: number): Promise<Casuskijker[]> {
  return rows(
    db,
    sql`select coalesce(g.naam, l.persoon, o.naam, 'Een ketenpartner') as naam, tijdstip(l.op) as op
          from logregel l join stroom s on s.id = l.stroom
               left join gebruiker g on g.id = l.persoon left join organisatie o on o.id = l.organisatie
               cross join lateral (select l.op + s.klokverschil_ms * interval '1 millisecond') k (op)
         where l.stroom = ${stroom} and l.afloop = 'gelukt'
           and (l.operatie in ('GET /signalen/:nummer/over-wie', 'GET /signalen/:nummer/over-wie/schrijven',
                               'GET /signalen/:nummer/over-wie/bestanden/:bestand', 'GET /api/v1/signalen/:signaal/casusbijlage',
                               'GET /api/v1/signalen/:signaal/casusbestanden/:bestand', 'POST /api/v1/signalen/:signaal/casusteksten',
                               'POST /api/v1/signalen/:signaal/casusbestanden', 'DELETE /api/v1/signalen/:signaal/casusbestanden/:bestand')
                or l.operatie in ('GET /verzoek/vraag/:link', 'GET /verzoek/vraag/:link/bestanden/:bestand')
                   and exists (select from toestemming t join partij p on p.stroom = t.stroom and p.verzoek = t.verzoek
                                where t.stroom = l.stroom and p.organisatie = l.organisatie and t.op <= k.op
                                  and k.op < coalesce(t.ingetrokken_op, 'infinity') and ${datumIn(sql`k.op`)} <= t.tot_en_met))
         order by l.nr desc limit ${limiet}`,
    { naam: text, op: instant },
  );
}
