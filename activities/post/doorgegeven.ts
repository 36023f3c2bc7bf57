import { boolean, object, orNull, type Row, text } from '#db/columns.ts';
import { sql } from '#db/sql.ts';
import { COLLEGA } from '#domain/signaal/opdrachten/antwoordregels.ts';

const DOORGEGEVEN_RIJ = {
  /** Where the question was before; null when no mail about it went there, or when it was at two addresses. */
  door: orNull(text),
  /** By the word of the party, which the behandelaar wrote down. */
  vastgelegd: boolean,
};

/** How a question came to the colleague who is mailed about it. */
export type Doorgegeven = Row<typeof DOORGEGEVEN_RIJ>;

export const DOORGEGEVEN = orNull(object(DOORGEGEVEN_RIJ));

/** Of bericht `b` that asks something of a party: who handed it on to this address last, unless it was moved since; else null. */
export const DOORGEGEVEN_AAN = sql`(select jsonb_build_object('vastgelegd', (d.data ->> 'vastgelegd')::boolean, 'door',
                        (select case when count(distinct l.adres) = 1 then max(l.adres) end from partnerlink l
                          where l.stroom = d.stroom and l.verzoek = b.verzoek and l.ingetrokken_op = d.op))
                  from gebeurtenis d
                  join tekst t on t.stroom = d.stroom and t.volgnummer = d.volgnummer and t.veld = ${COLLEGA.email}
                              and lower(t.inhoud) = lower(b.adres)
                 where b.soort in ('verzoek', 'herinnering_verzoek') and d.soort = 'verzoek_beantwoord'
                   and d.stroom = b.stroom and d.data ->> 'verzoek' = b.verzoek and d.volgnummer <= b.volgnummer
                   and not exists (select from gebeurtenis v where v.stroom = d.stroom and v.soort = 'verzoek_verlegd'
                                      and v.data ->> 'verzoek' = b.verzoek and v.volgnummer between d.volgnummer and b.volgnummer)
                 order by d.volgnummer desc limit 1)`;
