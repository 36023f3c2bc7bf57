import { Migration } from '@mikro-orm/migrations';

/** What is asked of few rows is asked when it comes to that, and not planned with every text. */
export class EigenTeksten extends Migration {
  override up(): void {
    this.addSql(TEKST);
    this.addSql(VINDEN);
  }
}

const TEKST = `
    -- Whether who asks wrote that, or was asked it, by the policies of the record.
    create function is_eigen_tekst(van_stroom uuid, van_volgnummer int) returns boolean language sql stable
      return exists (select from gebeurtenis g where g.stroom = van_stroom and g.volgnummer = van_volgnummer
        and (g.door = current_setting('app.persoon', true)
          or g.soort = 'verzoek_gedaan' and g.data ->> 'persoon' = current_setting('app.persoon', true)));

    alter policy tekst_lezer on tekst using (
      exists (select 1 from signaal s where s.id = tekst.stroom
        and (not s.gewist and (not s.betrokken_organisaties @> array[(select ziet_niet_van())] or tekst.veld = 'terugkoppeling'
          or is_eigen_tekst(tekst.stroom, tekst.volgnummer)))
        and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id)))
      or ((select leest_patronen()) or veld = 'titel') and ziet_patroon(stroom));`;

/** That of 0063: of a common word no more than few are looked at, and who has no employer files nothing that concerns it. */
const VINDEN = `
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
        gevonden := gevonden[:500];
        return next null;
      end if;
      return query
        select s.id from unnest(gevonden) as g (id) join signaal s on s.id = g.id
         where not niet_van = any (s.betrokken_organisaties)
           and (alles and (not na_melding or s.programmaleiding_weet or regeldelen(s.nummer, s.organisatie, s.gemeente) @@ vraag)
                or s.regio = any (hele_regios) or ik = any (array[s.melder, s.behandelaar]) or ik = any (s.behandelaars) or ik = any (s.meedenkers)
                or s.eerdere_regios && hele_regios
                or s.behandelaar = any (afwezigen) and neemt_nu_waar(s.id, s.behandelaar)
                or s.eerdere_regios || s.regio && waargenomen and neemt_nu_regio_waar(s.id, s.eerdere_regios || s.regio))
         limit hoogstens;
      if niet_van <> '' then
        return query select s.id from signaal s where s.melder = ik and niet_van = any (s.betrokken_organisaties);
      end if;
    end $$;`;
