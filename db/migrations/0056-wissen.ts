import { Migration } from '@mikro-orm/migrations';

/** How long signalen are kept, and which of them are to be erased: who proposed, asked for and confirmed it, and how far it is. */
export class Wissen extends Migration {
  override up(): void {
    this.addSql(`
      create table bewaartermijn (
        soort text not null,
        maanden int not null,
        bron text not null,
        primary key (soort),
        constraint bewaartermijn_maanden_check check (maanden > 0)
      );
      create table wissing (
        id uuid not null default uuidv7(),
        stroom uuid not null,
        nummer text not null,
        afgesloten_op timestamptz(3) null,
        soort text not null,
        grond text not null,
        maanden int null,
        reden text null,
        gevraagd_door text null,
        op timestamptz(3) not null,
        status text not null default 'voorgesteld',
        eerste_door text null,
        eerste_op timestamptz(3) null,
        tweede_door text null,
        tweede_op timestamptz(3) null,
        behouden_door text null,
        behouden_tot date null,
        behouden_reden text null,
        gewist_op timestamptz(3) null,
        primary key (id),
        constraint wissing_stroom_foreign foreign key (stroom) references stroom (id),
        constraint wissing_twee_mensen_check check (eerste_door <> tweede_door),
        constraint wissing_bevestigd_check check ((tweede_door is null) = (status = 'voorgesteld' or status = 'behouden'))
      );
      create unique index wissing_open_index on wissing (stroom, soort) where status in ('voorgesteld', 'bevestigd');
      create index wissing_stroom_index on wissing (stroom);`);
    this.addSql(LEZERS);
    this.addSql('alter table signaal add column gewist boolean not null default false;');
    this.addSql(NIETS_MEER);
  }
}

/** Landelijk of what it sees; functioneel beheer of all, by number, without what any of it is about. */
const LEZERS = `
    create function leest_wissingen() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and g.rollen && array['landelijk_team', 'functioneel_beheer']);

    alter table wissing enable row level security;
    alter table wissing force row level security;
    create policy wissing_dienst on wissing to signaalpunt_dienst using (true) with check (true);
    create policy wissing_lezer on wissing for select to signaalpunt_lezer using (
      (select leest_wissingen()) and ((select is_beheer()) or exists (select 1 from signaal s where s.id = wissing.stroom)));`;

/** From the second confirmation on nobody reads or finds a word of it, whatever is still to be destroyed. */
const NIETS_MEER = `
    alter policy bijlage_lezer on bijlage using (
      exists (select 1 from signaal s where s.id = bijlage.stroom and (not s.gewist and not s.betrokken_organisaties @> array[(select ziet_niet_van())])
    and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id))));
    alter policy tekst_lezer on tekst using (
      exists (select 1 from signaal s where s.id = tekst.stroom and (not s.gewist and (not s.betrokken_organisaties @> array[(select ziet_niet_van())] or tekst.veld = 'terugkoppeling'
        or exists (select 1 from gebeurtenis g where g.stroom = tekst.stroom and g.volgnummer = tekst.volgnummer
                      and (g.door = (select current_setting('app.persoon', true)) or g.soort = 'verzoek_gedaan' and g.data ->> 'persoon' = (select current_setting('app.persoon', true))))))
    and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id)))
      or ((select leest_patronen()) or veld = 'titel') and ziet_patroon(stroom));
    alter policy casusbijlage_lezer on casusbijlage using (
      exists (select 1 from signaal s where s.id = casusbijlage.stroom and not s.gewist and (
      s.melder = (select ziet_als())
      or not s.betrokken_organisaties @> array[(select ziet_niet_van())] and (s.behandelaar = (select ziet_als()) or s.behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(s.id, s.behandelaar)) and (s.niveau = 'lokaal' or is_toegestaan(s.id, s.niveau, null, casusbijlage.soort)))));

    create or replace function zoekwoorden_van(signaal_id uuid) returns tsvector language sql stable
      return (select regeldelen(s.nummer, s.organisatie, s.gemeente)
                     || array_to_tsvector(array(select 'o:' || o from unnest(s.betrokken_organisaties) as o))
                     || array_to_tsvector(array(select distinct deel from tekst t, zoekdelen(t.inhoud) as deel
                                                 where t.stroom = s.id and not s.gewist and t.veld not like '%.email' limit 40000))
                from signaal s where s.id = signaal_id);
    create or replace trigger signaal_verlegd after update on signaal for each row
      when ((old.organisatie, old.betrokken_organisaties, old.gewist) is distinct from (new.organisatie, new.betrokken_organisaties, new.gewist))
      execute function zoek_signaal();`;
