import { Migration } from '@mikro-orm/migrations';

export class Begin extends Migration {
  override up(): void {
    this.addSql(EXTENSIONS);
    this.addSql(FUNCTIONS);
    this.addSql(TABLES);
  }
}

const EXTENSIONS = `
    create extension if not exists pg_trgm;
    create extension if not exists unaccent;
    create extension if not exists btree_gist;`;

const FUNCTIONS = `
    create sequence signaalnummer;

    -- Whether a stream may have a clock of its own. db/migrate.ts makes it true where TIJDREIZEN=aan.
    create function reizen_toegestaan() returns boolean language sql immutable as 'select false';

    -- An instant as the domain writes it, whatever the time zone of the session.
    create function tijdstip(op timestamptz) returns text language sql immutable parallel safe
      as $$ select to_char(op at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

    create function weiger_wijziging() returns trigger language plpgsql
      as $$ begin raise exception '% is append-only', tg_table_name; end $$;

    -- One new version for each transaction that changes feestdag.
    create function verhoog_kalender() returns trigger language plpgsql as $$ begin
      if not exists (select from kalender where xmin = pg_current_xact_id()::xid) then
        insert into kalender (versie, op) select coalesce(max(versie), 0) + 1, now() from kalender;
      end if;
      return null;
    end $$;`;

const TABLES = `
    create table codelijst (
      code text not null,
      versie int not null,
      primary key (code)
    );

    create table codelijstwaarde (
      lijst text not null,
      code text not null,
      label text not null,
      toelichting text null,
      volgorde int not null,
      versie int not null,
      vervangen_door text null,
      primary key (lijst, code)
    );

    create table feestdag (
      datum date not null,
      naam text not null,
      bron text not null,
      primary key (datum)
    );
    create trigger feestdag_verhoogt_kalender after insert or update or delete on feestdag
      for each row execute function verhoog_kalender();

    create table kalender (
      versie int not null,
      op timestamptz(3) not null,
      primary key (versie)
    );

    create table opdracht (
      id text not null,
      stroom uuid not null,
      door text not null,
      soort text not null,
      vingerafdruk text not null,
      antwoord jsonb not null,
      op timestamptz(3) not null,
      primary key (id)
    );
    create index opdracht_stroom_index on opdracht (stroom);

    create table organisatie (
      id text not null,
      naam text not null,
      type text not null,
      primary key (id)
    );

    create table gebruiker (
      id text not null,
      naam text not null,
      email text not null,
      telefoon text not null,
      rollen text[] not null,
      regios text[] not null,
      thuisregio text null,
      organisatie text null,
      actief boolean not null default true,
      primary key (id)
    );

    create table regio (
      code text not null,
      label text not null,
      volgorde int not null,
      primary key (code)
    );

    create table provincie (
      code text not null,
      naam text not null,
      regio text not null,
      primary key (code)
    );

    create table gemeente (
      code text not null,
      naam text not null,
      provincie text not null,
      geldig_van date not null,
      geldig_tot date null,
      primary key (code)
    );

    create table signaal (
      id uuid not null,
      nummer text not null,
      melder text not null,
      behandelaar text null,
      behandelaars text[] not null,
      niveau text not null,
      status text not null,
      urgentie text not null,
      wens text not null,
      regio text null,
      gemeente text not null,
      organisatie text null,
      doelgroepen text[] not null,
      knelpunttypen text[] not null,
      wetten text[] not null,
      leefgebieden text[] not null,
      leeftijdscategorie text null,
      uitkomst text null,
      ingediend_op timestamptz(3) not null,
      laatste_op timestamptz(3) not null,
      afgesloten_op timestamptz(3) null,
      termijn_op timestamptz(3) null,
      primary key (id)
    );
    alter table signaal add constraint signaal_nummer_unique unique (nummer);
    create index signaal_ingediend_index on signaal (ingediend_op, id);
    create index signaal_regio_index on signaal (regio, ingediend_op, id);
    create index signaal_melder_index on signaal (melder, ingediend_op, id);
    create index signaal_behandelaar_index on signaal (behandelaar, ingediend_op, id);
    create index signaal_termijn_index on signaal (ingediend_op, id) where termijn_op is not null;
    create index signaal_behandelaars_index on signaal using gin (behandelaars);
    create index signaal_doelgroepen_index on signaal using gin (doelgroepen);
    create index signaal_knelpunttypen_index on signaal using gin (knelpunttypen);

    create table stroom (
      id uuid not null,
      soort text not null,
      nummer text not null,
      staat jsonb not null,
      volgnummer int not null,
      inhoudsversie int not null,
      laatste_op timestamptz(3) not null,
      volgende_op timestamptz(3) null,
      volgende_sleutel text null,
      wek_nodig boolean not null default false,
      wek_sinds timestamptz(3) null,
      wek_versie int not null default 0,
      wek_lease_tot timestamptz(3) null,
      klokverschil_ms bigint not null default '0',
      geparkeerd_op timestamptz(3) null,
      geparkeerd_reden text null,
      primary key (id)
    );
    alter table stroom add constraint stroom_nummer_unique unique (nummer);
    create index stroom_wek_index on stroom (wek_sinds) where wek_nodig;
    create index stroom_volgende_index on stroom (volgende_op) where volgende_op is not null;
    alter table stroom add constraint stroom_klokverschil_check check (klokverschil_ms = 0 or reizen_toegestaan());

    create table gebeurtenis (
      stroom uuid not null,
      volgnummer int not null,
      soort text not null,
      op timestamptz(3) not null,
      verschuldigd_op timestamptz(3) null,
      bron text not null,
      deel int not null,
      door text null,
      data jsonb not null,
      primary key (stroom, volgnummer)
    );
    alter table gebeurtenis add constraint gebeurtenis_bron_unique unique (stroom, bron, deel);
    create trigger gebeurtenis_onveranderlijk before update or delete or truncate on gebeurtenis
      for each statement execute function weiger_wijziging();

    create table bericht (
      id uuid not null default uuidv7(),
      stroom uuid not null,
      volgnummer int not null,
      gebruiker text not null,
      soort text not null,
      bundel text not null,
      waarom text not null,
      stap text null,
      op timestamptz(3) not null,
      niet_voor timestamptz(3) not null,
      zending uuid null,
      status text not null default 'wacht',
      primary key (id)
    );
    create index bericht_stroom_index on bericht (stroom, volgnummer);
    create index bericht_wacht_index on bericht (gebruiker, niet_voor) where status = 'wacht';

    create table tekst (
      stroom uuid not null,
      volgnummer int not null,
      veld text not null,
      inhoud text not null,
      primary key (stroom, volgnummer, veld)
    );

    create table termijnbeleid (
      versie int not null,
      geldig_vanaf date not null,
      inhoud jsonb not null,
      primary key (versie)
    );

    create table zending (
      id uuid not null default uuidv7(),
      gebruiker text not null,
      adres text not null,
      soort text not null,
      onderwerp text not null,
      inhoud text not null,
      html text not null,
      message_id text not null,
      op timestamptz(3) not null,
      status text not null default 'wacht',
      pogingen int not null default 0,
      lease_tot timestamptz(3) null,
      volgende_poging timestamptz(3) null,
      verstuurd_op timestamptz(3) null,
      laatste_fout text null,
      primary key (id)
    );
    alter table zending add constraint zending_message_id_unique unique (message_id);
    create index zending_wacht_index on zending (op) where status = 'wacht';

    alter table codelijstwaarde add constraint codelijstwaarde_lijst_foreign foreign key (lijst) references codelijst (code);

    alter table gebruiker add constraint gebruiker_organisatie_foreign foreign key (organisatie) references organisatie (id) on delete set null;

    alter table provincie add constraint provincie_regio_foreign foreign key (regio) references regio (code);

    alter table gemeente add constraint gemeente_provincie_foreign foreign key (provincie) references provincie (code);

    alter table gebeurtenis add constraint gebeurtenis_stroom_foreign foreign key (stroom) references stroom (id);

    alter table bericht add constraint bericht_stroom_foreign foreign key (stroom) references stroom (id);
    alter table bericht add constraint bericht_gebruiker_foreign foreign key (gebruiker) references gebruiker (id);

    alter table tekst add constraint tekst_stroom_foreign foreign key (stroom) references stroom (id);

    alter table zending add constraint zending_gebruiker_foreign foreign key (gebruiker) references gebruiker (id);`;
