import { Migration } from '@mikro-orm/migrations';

/** How each signaal went, for figures: what is there already is read from the record, once. */
export class Levenslopen extends Migration {
  override up(): void {
    this.addSql('alter table signaal add column levensloop jsonb;');
    this.addSql(LEVENSLOPEN);
    this.addSql(`
      alter table signaal alter column levensloop set not null;
      create index signaal_laatste_index on signaal (laatste_op);`);
  }
}

/** The same as `leefVerder` of domain/signaal/levensloop.ts does act by act. */
export const LEVENSLOPEN = `
  update signaal r set levensloop = jsonb_build_object(
    'verblijven', coalesce((
      select jsonb_agg(jsonb_build_object('niveau', coalesce(b.data ->> 'naar', b.data ->> 'niveau'), 'van', tijdstip(b.op), 'tot', (
               select tijdstip(e.op) from gebeurtenis e
                where e.stroom = r.id and e.volgnummer > b.volgnummer
                  and e.soort in ('geescaleerd', 'teruggelegd', 'uitkomst_gemeld', 'afgesloten', 'heropend')
                order by e.volgnummer limit 1)) order by b.volgnummer)
        from gebeurtenis b
       where b.stroom = r.id and b.soort in ('ingediend', 'geescaleerd', 'teruggelegd', 'heropend')
         and (select e.soort from gebeurtenis e
               where e.stroom = r.id and e.volgnummer > b.volgnummer
                 and e.soort in ('geescaleerd', 'teruggelegd', 'uitkomst_gemeld', 'afgesloten', 'heropend')
               order by e.volgnummer limit 1) is distinct from 'afgesloten'), '[]'),
    'vragen', coalesce((
      select jsonb_agg(jsonb_build_object('verzoek', v.data ->> 'verzoek', 'organisatie', v.data ->> 'organisatie', 'gesteld', tijdstip(v.op),
               'geantwoord', tijdstip(a.op), 'stil', a.op is null and exists (
                 select from gebeurtenis z where z.stroom = r.id and z.soort = 'geen_reactie'
                    and z.data ->> 'verzoek' = v.data ->> 'verzoek' and (z.data ->> 'definitief')::boolean)) order by v.volgnummer)
        from gebeurtenis v cross join lateral (
          select min(b.op) as op from gebeurtenis b
           where b.stroom = r.id and b.soort = 'verzoek_beantwoord' and b.data ->> 'verzoek' = v.data ->> 'verzoek') a
       where v.stroom = r.id and v.soort = 'verzoek_gedaan' and v.data ->> 'organisatie' is not null), '[]'),
    'sluitingen', coalesce((
      select jsonb_agg(jsonb_build_object('op', tijdstip(f.op), 'soort', f.data ->> 'afsluiting',
               'terugkoppeling', case when f.data ->> 'afsluiting' = 'teruggekoppeld' then case when exists (
                 select from gebeurtenis t where t.stroom = r.id and t.volgnummer < f.volgnummer and t.data ->> 'mijlpaal' = 'termijn'
                    and t.data ->> 'stap' = (select x.data -> 'stap' ->> 'sleutel' from gebeurtenis x
                      where x.stroom = r.id and x.soort = 'stap_begonnen' and x.data -> 'stap' ->> 'soort' = 'terugkoppelen'
                        and x.volgnummer < f.volgnummer
                        and x.volgnummer > (select max(u.volgnummer) from gebeurtenis u
                          where u.stroom = r.id and u.soort = 'uitkomst_gemeld' and u.volgnummer < f.volgnummer)
                      order by x.volgnummer desc limit 1)) then 'te_laat' else 'op_tijd' end end,
               'terugblik', (
                 select case t.soort when 'ervaring_gemeld' then t.data ->> 'ervaring' when 'terugblik_onbeantwoord' then 'onbeantwoord'
                          else 'gevraagd' end
                   from gebeurtenis t
                  where t.stroom = r.id and t.volgnummer > f.volgnummer and t.volgnummer < coalesce(v.volgnummer, 2147483647)
                    and t.soort in ('ervaring_gemeld', 'terugblik_onbeantwoord', 'terugblik_gevraagd')
                  order by t.soort = 'terugblik_gevraagd', t.volgnummer desc limit 1),
               'heropend', coalesce(h.heropend, false),
               'effect', (
                 select t.data -> 'effect' from gebeurtenis t
                  where t.stroom = r.id and t.volgnummer > f.volgnummer and t.volgnummer < coalesce(v.volgnummer, 2147483647)
                    and t.soort = 'ervaring_gemeld' and t.data ? 'effect'
                  order by t.volgnummer desc limit 1)) order by f.volgnummer)
        from gebeurtenis f
          cross join lateral (select min(n.volgnummer) as volgnummer from gebeurtenis n
            where n.stroom = r.id and n.soort = 'afgesloten' and n.volgnummer > f.volgnummer) v
          cross join lateral (select bool_or(true) as heropend from gebeurtenis n
            where n.stroom = r.id and n.soort = 'heropend' and n.volgnummer > f.volgnummer
              and n.volgnummer < coalesce(v.volgnummer, 2147483647)) h
       where f.stroom = r.id and f.soort = 'afgesloten'), '[]'),
    'systeemreden', (
      select case when l.soort = 'uitkomst_gemeld' then l.data ->> 'systeemreden' end from gebeurtenis l
       where l.stroom = r.id and l.soort in ('uitkomst_gemeld', 'geescaleerd', 'heropend') order by l.volgnummer desc limit 1));`;
