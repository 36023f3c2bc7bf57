import { Migration } from '@mikro-orm/migrations';

/** Words are looked up in their index alone, and of a word that stands nearly everywhere no further than it takes to know that. */
export class Zoekweg extends Migration {
  override up(): void {
    this.addSql(VINDEN);
  }
}

/** That of 0039. Of whom it tells nothing to who asks: how many there are it says of ten thousand or more alone. */
const VINDEN = `
    -- Which signalen hold that, of what she may read, and perhaps a few more of her own; at most so many. A way to few among many: under a
    -- policy an index on words is not used. Where more than ten thousand hold it, null and some of them.
    create or replace function zoek_signalen(vraag tsquery, hoogstens int) returns setof uuid language plpgsql stable security definer
      set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
    declare
      ik text := ziet_als();
      niet_van text := ziet_niet_van();
      alles boolean := ziet_alles();
      na_melding boolean := leest_na_melding();
      hele_regios text[] := ziet_regios();
      afwezigen text[] := neemt_waar_voor();
      waargenomen text[] := neemt_regios_waar();
      gevonden uuid[] := array(select z.stroom from zoekwoorden z where z.woorden @@ vraag limit 10001);
    begin
      if cardinality(gevonden) > 10000 then
        gevonden := gevonden[:2000];
        return next null;
      end if;
      return query
        select s.id from unnest(gevonden) as g (id) join signaal s on s.id = g.id
         where not niet_van = any (s.betrokken_organisaties)
           and (alles and (not na_melding or s.programmaleiding_weet or regeldelen(s.nummer, s.organisatie, s.gemeente) @@ vraag)
                or s.regio = any (hele_regios) or ik in (s.melder, s.behandelaar) or ik = any (s.behandelaars) or ik = any (s.meedenkers)
                or s.eerdere_regios && hele_regios
                or s.behandelaar = any (afwezigen) and neemt_nu_waar(s.id, s.behandelaar)
                or s.eerdere_regios || s.regio && waargenomen and neemt_nu_regio_waar(s.id, s.eerdere_regios || s.regio))
         limit hoogstens;
      return query select s.id from signaal s where s.melder = ik and niet_van = any (s.betrokken_organisaties);
    end $$;`;
