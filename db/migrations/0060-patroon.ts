import { Migration } from '@mikro-orm/migrations';

/** A second kind of stream: the patroon, who sees it, and which signalen are part of it. */
export class Patronen extends Migration {
  override up(): void {
    this.addSql(`
      create sequence patroonnummer;
      create table patroon (
        id uuid not null,
        nummer text not null,
        fase text not null,
        eigenaar text not null,
        organisatie text null,
        tot_en_met date null,
        geopend_op timestamptz(3) not null,
        laatste_op timestamptz(3) not null,
        primary key (id),
        constraint patroon_nummer_unique unique (nummer)
      );
      create index patroon_laatste_index on patroon (laatste_op, id);
      alter table signaal add column patroon uuid null;
      alter table signaal add column patroonantwoord int null;
      create index signaal_patroon_index on signaal (patroon, id) where patroon is not null;`);
    this.addSql(WIE_ZIET);
    this.addSql(ZIJN_VERSLAG);
  }
}

const ZIET_PATROON = (sleutel: string): string =>
  `((select leest_patronen()) and exists (select 1 from patroon p where p.id = ${sleutel}))`;
const LEEST_SIGNAAL = (tabel: string, mits: string): string =>
  `exists (select 1 from signaal s where s.id = ${tabel}.stroom and (${mits})
    and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id)))`;

const WIE_ZIET = `
    -- Who reads patronen: the landelijk team, coordinators and programmaleiding.
    create function leest_patronen() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and g.rollen && array['landelijk_team', 'regiocoordinator', 'programmaleiding']);

    alter table patroon enable row level security;
    alter table patroon force row level security;
    create policy patroon_dienst on patroon to signaalpunt_dienst using (true) with check (true);
    create policy patroon_lezer on patroon for select to signaalpunt_lezer using (
      (select leest_patronen()) or exists (select 1 from signaal s where s.patroon = patroon.id));
    create policy patroon_conflict on patroon as restrictive for select to signaalpunt_lezer using (
      organisatie is distinct from (select ziet_niet_van()));`;

const ZIJN_VERSLAG = `
    alter policy stroom_lezer on stroom using (
      exists (select 1 from signaal s where s.id = stroom.id) or exists (select 1 from patroon p where p.id = stroom.id));
    alter policy stroom_slot on stroom using (
      exists (select 1 from signaal s where s.id = stroom.id) or exists (select 1 from patroon p where p.id = stroom.id));
    alter policy gebeurtenis_lezer on gebeurtenis using (
      ${LEEST_SIGNAAL('gebeurtenis', 'true')} or ${ZIET_PATROON('gebeurtenis.stroom')});
    alter policy tekst_lezer on tekst using (
      ${LEEST_SIGNAAL(
        'tekst',
        `not s.betrokken_organisaties @> array[(select ziet_niet_van())] or tekst.veld = 'terugkoppeling'
        or exists (select 1 from gebeurtenis g where g.stroom = tekst.stroom and g.volgnummer = tekst.volgnummer
                      and (g.door = (select current_setting('app.persoon', true)) or g.soort = 'verzoek_gedaan' and g.data ->> 'persoon' = (select current_setting('app.persoon', true))))`,
      )}
      or exists (select 1 from patroon p where p.id = tekst.stroom and ((select leest_patronen()) or tekst.veld = 'titel')));`;
