import { Migration } from '@mikro-orm/migrations';

/** Who hears from a family where its story stands: they may not read reports themselves (ADR 0063). */
export class VerhaalStaatIn extends Migration {
  override up(): void {
    this.addSql(`
      -- Each report with a story of that signaal: of one that is not final no more than that it is there, of one that is final also whom of
      -- the landelijk team one can call. Nothing for who may not read all of the signaal.
      create function verhaal_staat_in(van_stroom uuid)
        returns table (periode text, versie int, is_vervangen boolean, bellen text) language sql stable security definer
      begin atomic
        select case when r.status = 'definitief' then r.periode end, case when r.status = 'definitief' then r.versie end,
               exists (select from rapport n where n.periode = r.periode and n.versie > r.versie and n.status = 'definitief'),
               case when r.status = 'definitief' then (
                 select g.id from gebruiker g
                  where g.rollen @> array['landelijk_team'] and is_actief(g.actief_van, g.actief_tot)
                    and g.id <> current_setting('app.persoon', true)
                    and not s.betrokken_organisaties @> array[coalesce(g.organisatie, '')]
                  order by g.id = r.vrijgegeven_door desc, g.id limit 1) end
          from signaal s
          cross join rapport r
         where s.id = van_stroom and not s.gewist
           and not s.betrokken_organisaties @> array[ziet_niet_van()] and (is_betrokken(s.id) or ziet_alles())
           and exists (select from vignet v where v.rapport = r.id and v.signaal = s.id and v.weg is null)
           and (r.status = 'definitief' or staat_verhaal_toe(s.id))
         order by r.periode desc, r.versie desc;
      end;`);
  }
}
