import { Migration } from '@mikro-orm/migrations';

/**
 * The organisations that a signaal names otherwise: whom the filer tried before, and who was said to be competent. The same as
 * `metGenoemd` in domain/signaal/verwerken; what was tried before an escalation was not recorded as such.
 */
export class Genoemd extends Migration {
  override up(): void {
    this.addSql(`
      with genoemd as (
        select x.stroom, array_agg(x.organisatie order by x.eerst) as organisaties
          from (select g.stroom, o.organisatie, min(g.volgnummer) as eerst
                  from gebeurtenis g
                    cross join lateral (
                      select p ->> 'organisatie' from jsonb_array_elements(g.data -> 'gegevens' -> 'pogingen') p
                       where g.soort = 'ingediend'
                      union all
                      select g.data -> 'antwoord' ->> 'bevoegd' where g.soort = 'verzoek_beantwoord'
                    ) o (organisatie)
                 where o.organisatie is not null
                 group by g.stroom, o.organisatie) x
         group by x.stroom)
      update stroom s set staat = s.staat || jsonb_build_object('ookGenoemd', to_jsonb(genoemd.organisaties))
        from genoemd where genoemd.stroom = s.id;
      update signaal r
         set betrokken_organisaties = array(
               select distinct o from unnest(r.betrokken_organisaties
                 || array(select jsonb_array_elements_text(s.staat -> 'ookGenoemd'))) o order by o)
        from stroom s where s.id = r.id and s.staat ? 'ookGenoemd';`);
  }
}
