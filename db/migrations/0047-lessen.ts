import { Migration } from '@mikro-orm/migrations';

/** What worked: who wrote it and looked at it, by which words it is found, where it was used, and who may know of it. */
export class Lessen extends Migration {
  override up(): void {
    this.addSql(TABELLEN);
    this.addSql(WOORDEN);
    this.addSql(ZICHT);
    this.addSql(VINDEN);
    this.addSql(OPBRENGST);
  }
}

const TABELLEN = `
    create sequence lesnummer;
    create table les (
      id uuid not null,
      versie int not null,
      nummer text not null,
      stand int not null,
      opdrachten text[] not null,
      status text not null,
      bron uuid not null,
      eigenaar text not null,
      titel text not null,
      wat_werkte text not null,
      regios text[] not null,
      ketenpartnertype text null,
      organisatie text null,
      wetten text[] not null,
      doelgroepen text[] not null,
      knelpunttypen text[] not null,
      geldig_tot date not null,
      geschreven_door text not null,
      geschreven_op timestamptz(3) not null,
      beoordeeld_door text null,
      beoordeeld_op timestamptz(3) null,
      opmerking text null,
      gevraagd_op timestamptz(3) null,
      gemeld_op timestamptz(3) null,
      niet_voor text[] not null default '{}',
      woorden tsvector null,
      primary key (id, versie)
    );
    alter table les add constraint les_bron_foreign foreign key (bron) references stroom (id);
    create index les_nummer_index on les (nummer, versie);
    create index les_bron_index on les (bron);
    create index les_eigenaar_index on les (eigenaar);
    create unique index les_geldig_index on les (id) where status = 'geldig';
    create unique index les_onderweg_index on les (id) where status in ('wacht', 'teruggestuurd');
    create index les_orde_index on les (nummer) where status = 'geldig';
    create index les_woorden_index on les using gin (woorden) with (fastupdate = off);

    create table lesgebruik (
      les uuid not null,
      stroom uuid not null,
      versie int not null,
      door text not null,
      op timestamptz(3) not null,
      na int not null,
      primary key (les, stroom)
    );
    alter table lesgebruik add constraint lesgebruik_stroom_foreign foreign key (stroom) references stroom (id);
    create index lesgebruik_stroom_index on lesgebruik (stroom);`;

/** As for signalen (migration 0039), with what people call its codes. */
const WOORDEN = `
    create function zoek_les() returns trigger language plpgsql set search_path = public, pg_temp as $$ begin
      new.woorden := case when new.status = 'geldig' then
        array_to_tsvector(array(select distinct deel from zoekdelen(concat_ws(' ', new.titel, new.wat_werkte,
            (select string_agg(concat_ws(' ', w.label, w.code), ' ') from codelijstwaarde w
              where w.lijst = 'wet' and w.code = any(new.wetten) or w.lijst = 'doelgroep' and w.code = any(new.doelgroepen)
                 or w.lijst = 'knelpunttype' and w.code = any(new.knelpunttypen)
                 or w.lijst = 'ketenpartnertype' and w.code = new.ketenpartnertype))) as deel limit 20000))
        || array_to_tsvector(array_remove(array['l', '#' || substr(new.nummer, 3), 'o:' || new.organisatie], null))
        end;
      return new;
    end $$;
    create trigger les_woorden before insert or update on les for each row execute function zoek_les();
    revoke execute on function zoek_les() from public;`;

const ZICHT = `
    -- Who looks at lessen before others read them.
    create function beoordeelt_lessen() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and g.rollen && array['landelijk_team', 'regiocoordinator']);

    -- Whose people may not know what a les comes from: with it when it is written, and after it whenever that changes.
    create function bron_niet_voor(van uuid) returns text[] language sql stable
      return coalesce((select s.betrokken_organisaties from signaal s where s.id = van),
                      (select array_remove(array[p.organisatie], null) from patroon p where p.id = van), '{}');
    create function les_niet_voor() returns trigger language plpgsql set search_path = public, pg_temp as $$ begin
      new.niet_voor := bron_niet_voor(new.bron);
      return new;
    end $$;
    create trigger les_niet_voor before insert on les for each row execute function les_niet_voor();
    create function bron_verlegd() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
      update les set niet_voor = bron_niet_voor(new.id) where bron = new.id;
      return null;
    end $$;
    create trigger signaal_raakt_les after update on signaal for each row
      when (old.betrokken_organisaties is distinct from new.betrokken_organisaties) execute function bron_verlegd();
    create trigger patroon_raakt_les after update on patroon for each row
      when (old.organisatie is distinct from new.organisatie) execute function bron_verlegd();
    revoke execute on function les_niet_voor(), bron_verlegd() from public;

    alter table les enable row level security;
    alter table les force row level security;
    create policy les_dienst on les to signaalpunt_dienst using (true) with check (true);
    create policy les_lezer on les for select to signaalpunt_lezer using (
      status = 'geldig' and (select ziet_als()) is not null or (select beoordeelt_lessen())
        or eigenaar = (select ziet_als()) or geschreven_door = (select ziet_als()));
    create policy les_conflict on les as restrictive for select to signaalpunt_lezer using (
      not niet_voor @> array[(select ziet_niet_van())]);

    alter table lesgebruik enable row level security;
    alter table lesgebruik force row level security;
    create policy lesgebruik_dienst on lesgebruik to signaalpunt_dienst using (true) with check (true);
    create policy lesgebruik_lezer on lesgebruik for select to signaalpunt_lezer using (
      exists (select 1 from signaal s where s.id = lesgebruik.stroom));`;

/** The words are looked up in their index before anything else; who may see what was found is asked once more of each row. */
const VINDEN = `
    create function zoek_lessen(vraag tsquery, hoogstens int) returns setof uuid language sql stable security definer rows 100
    begin atomic
      select l.id from les l where l.woorden @@ vraag and l.status = 'geldig' order by l.nummer desc limit hoogstens;
    end;`;

/** Counted over all signalen, of which nothing else is told. */
const OPBRENGST = `
    create function opbrengst_van_les(les_id uuid, out gebruikt int, out geholpen int) language sql stable security definer
    begin atomic
      select count(*)::int, (count(*) filter (where e.ervaring in ('helpt', 'helpt_deels')))::int
        from lesgebruik u
        left join lateral (
          select g.data ->> 'ervaring' as ervaring from gebeurtenis g
           where g.stroom = u.stroom and g.soort = 'ervaring_gemeld' and g.volgnummer > u.na
           order by g.volgnummer desc limit 1) e on true
        where u.les = les_id;
    end;`;
