import { Migration } from '@mikro-orm/migrations';

/**
 * Who looks is found out once for each transaction, in place of once for each table in each query, of which a dossier has forty. What the
 * policies ask becomes a setting that PostgreSQL worked out of its own tables; without that they let nobody see anything.
 */
export class KijkerEenmaal extends Migration {
  override up(): void {
    this.addSql(NEEM);
    this.addSql(VRAAG);
    this.addSql(PATROON);
  }
}

const NEEM = `
    -- From here to the end of the transaction the policies know who app.persoon is. Somebody unknown sees nothing.
    create function neem_zicht() returns void language sql volatile security definer
    begin atomic
      select set_config('app.ziet_als', coalesce(z.als, ''), true),
             set_config('app.ziet_alles', (z.als is not null and k.rollen && array['landelijk_team', 'programmaleiding'])::text, true),
             set_config('app.ziet_regios', (case when k.werkt and 'regiocoordinator' = any(k.rollen) then k.regios else '{}' end)::text, true),
             set_config('app.ziet_niet_van', coalesce(k.organisatie, ''), true),
             set_config('app.neemt_waar_voor', array(select w.afwezige from waarneming w where w.waarnemer = z.als)::text, true),
             set_config('app.neemt_regios_waar', array(
               select unnest(a.regios) from waarneming w join gebruiker a on a.id = w.afwezige
                where w.waarnemer = z.als and is_actief(a.actief_van, a.actief_tot) and 'regiocoordinator' = any(a.rollen))::text, true),
             set_config('app.leest_na_melding', coalesce(
               k.werkt and 'programmaleiding' = any(k.rollen) and not 'landelijk_team' = any(k.rollen), false)::text, true),
             set_config('app.leest_patronen', coalesce(
               k.werkt and k.rollen && array['landelijk_team', 'regiocoordinator', 'programmaleiding'], false)::text, true)
        from (select) leeg
          left join lateral (
            select g.id, g.rollen, g.regios, g.organisatie, is_actief(g.actief_van, g.actief_tot) as werkt
              from gebruiker g where g.id = current_setting('app.persoon', true)) k on true
          cross join lateral (
            select case when k.werkt and k.rollen
                     && array['metgezel', 'oco_consulent', 'regiocoordinator', 'landelijk_team', 'programmaleiding'] then k.id end as als) z;
    end;`;

/** Those of 0026, 0030, 0032, 0035 and 0060, which looked it up each time. They run as whoever asks, so that they become part of the query. */
const VRAAG = `
    create or replace function ziet_als() returns text language sql stable
      return nullif(current_setting('app.ziet_als', true), '');
    create or replace function ziet_alles() returns boolean language sql stable
      return current_setting('app.ziet_alles', true) = 'true';
    create or replace function ziet_regios() returns text[] language sql stable
      return nullif(current_setting('app.ziet_regios', true), '')::text[];
    create or replace function ziet_niet_van() returns text language sql stable
      return current_setting('app.ziet_niet_van', true);
    create or replace function neemt_waar_voor() returns text[] language sql stable
      return nullif(current_setting('app.neemt_waar_voor', true), '')::text[];
    create or replace function neemt_regios_waar() returns text[] language sql stable
      return nullif(current_setting('app.neemt_regios_waar', true), '')::text[];
    create or replace function leest_na_melding() returns boolean language sql stable
      return current_setting('app.leest_na_melding', true) <> 'false';
    create or replace function leest_patronen() returns boolean language sql stable
      return current_setting('app.leest_patronen', true) = 'true';`;

/** A policy in a policy is planned wherever either is: of a stream that is a patroon, and of what was written in it, it is asked when it comes to that. */
const PATROON = `
    -- Whether who asks sees that patroon, by the policies of that table.
    create function ziet_patroon(patroon_id uuid) returns boolean language sql stable
      return exists (select from patroon p where p.id = patroon_id);

    alter policy stroom_lezer on stroom using (exists (select 1 from signaal s where s.id = stroom.id) or ziet_patroon(id));
    alter policy stroom_slot on stroom using (exists (select 1 from signaal s where s.id = stroom.id) or ziet_patroon(id));
    alter policy gebeurtenis_lezer on gebeurtenis using (
      exists (select 1 from signaal s where s.id = gebeurtenis.stroom and (true)
        and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id)))
      or (select leest_patronen()) and ziet_patroon(stroom));
    alter policy tekst_lezer on tekst using (
      exists (select 1 from signaal s where s.id = tekst.stroom
        and (not s.betrokken_organisaties @> array[(select ziet_niet_van())] or tekst.veld = 'terugkoppeling'
          or exists (select 1 from gebeurtenis g where g.stroom = tekst.stroom and g.volgnummer = tekst.volgnummer
                        and (g.door = (select current_setting('app.persoon', true))
                          or g.soort = 'verzoek_gedaan' and g.data ->> 'persoon' = (select current_setting('app.persoon', true)))))
        and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id)))
      or ((select leest_patronen()) or veld = 'titel') and ziet_patroon(stroom));`;
