import { Migration } from '@mikro-orm/migrations';

export class Ketenpartners extends Migration {
  override up(): void {
    this.addSql(DIRECTORY);
    this.addSql(ASKED);
    this.addSql(POST);
    this.addSql(LINKS);
    this.addSql(ATTACHMENTS);
  }
}

const DIRECTORY = `
    alter table organisatie add column oin text null, add column kvk text null, add column regios text[] not null default '{}';

    create table loket (
      id uuid not null default uuidv7(),
      organisatie text not null,
      naam text not null,
      contactpersoon text not null,
      email text not null,
      telefoon text not null,
      escalatie_naam text null,
      escalatie_email text null,
      escalatie_telefoon text null,
      actief boolean not null default true,
      primary key (id)
    );
    create index loket_organisatie_index on loket (organisatie, naam);
    alter table loket add constraint loket_escalatie_check
      check (num_nonnulls(escalatie_naam, escalatie_email, escalatie_telefoon) in (0, 3));
    alter table loket add constraint loket_organisatie_foreign foreign key (organisatie) references organisatie (id);

    create table sluiting (
      organisatie text not null,
      van date not null,
      tot date not null,
      reden text not null,
      primary key (organisatie, van)
    );
    alter table sluiting add constraint sluiting_orde_check check (van <= tot);
    alter table sluiting add constraint sluiting_organisatie_foreign foreign key (organisatie) references organisatie (id);`;

const ASKED = `
    create table partij (
      stroom uuid not null,
      verzoek text not null,
      organisatie text not null,
      loket uuid null,
      naam text not null,
      contactpersoon text not null,
      email text not null,
      telefoon text null,
      escalatie_naam text null,
      escalatie_email text null,
      escalatie_telefoon text null,
      primary key (stroom, verzoek)
    );
    alter table partij add constraint partij_stroom_foreign foreign key (stroom) references stroom (id);
    alter table partij add constraint partij_organisatie_foreign foreign key (organisatie) references organisatie (id);
    alter table partij add constraint partij_loket_foreign foreign key (loket) references loket (id) on delete set null;`;

const POST = `
    alter table bericht alter column gebruiker drop not null, add column adres text null, add column verzoek text null;
    alter table bericht add constraint bericht_ontvanger_check check ((gebruiker is null) <> (adres is null));
    create index bericht_adres_index on bericht (adres, niet_voor) where status = 'wacht' and adres is not null;

    alter table zending alter column gebruiker drop not null;

    -- A link is a key: once the mail has left, only the addressee has it.
    create function vergeet_sleutel() returns trigger language plpgsql as $$ begin
      new.inhoud := regexp_replace(new.inhoud, '(/verzoek/)[A-Za-z0-9_-]{43}', '\\1...', 'g');
      new.html := regexp_replace(new.html, '(/verzoek/)[A-Za-z0-9_-]{43}', '\\1...', 'g');
      return new;
    end $$;
    create trigger zending_vergeet_sleutel before update on zending for each row when (new.status <> 'wacht')
      execute function vergeet_sleutel();`;

const LINKS = `
    create table partnerlink (
      id uuid not null default uuidv7(),
      stroom uuid not null,
      verzoek text not null,
      adres text not null,
      hash bytea not null,
      hogerop boolean not null default false,
      gemaakt_op timestamptz(3) not null,
      ingetrokken_op timestamptz(3) null,
      eerst_geopend_op timestamptz(3) null,
      primary key (id)
    );
    alter table partnerlink add constraint partnerlink_hash_unique unique (hash);
    create index partnerlink_verzoek_index on partnerlink (stroom, verzoek);
    alter table partnerlink add constraint partnerlink_stroom_foreign foreign key (stroom) references stroom (id);

    create table partnercode (
      id uuid not null default uuidv7(),
      link uuid not null,
      adres text not null,
      hash bytea not null,
      op timestamptz(3) not null,
      pogingen int not null default 0,
      gebruikt_op timestamptz(3) null,
      primary key (id)
    );
    create index partnercode_link_index on partnercode (link, op);
    create index partnercode_adres_index on partnercode (adres, op);
    alter table partnercode add constraint partnercode_link_foreign foreign key (link) references partnerlink (id);

    create table partnersessie (
      hash bytea not null,
      link uuid not null,
      tot timestamptz(3) not null,
      primary key (hash)
    );
    create index partnersessie_link_index on partnersessie (link);
    alter table partnersessie add constraint partnersessie_link_foreign foreign key (link) references partnerlink (id);`;

const ATTACHMENTS = `
    create table signaalsleutel (
      stroom uuid not null,
      sleutel bytea null,
      hoofdsleutel text not null,
      vernietigd_op timestamptz(3) null,
      primary key (stroom)
    );
    alter table signaalsleutel add constraint signaalsleutel_stroom_foreign foreign key (stroom) references stroom (id);

    create table bijlage (
      id uuid not null default uuidv7(),
      stroom uuid not null,
      verzoek text not null,
      opdracht text not null,
      naam bytea not null,
      mediatype text not null,
      grootte int not null,
      inhoud bytea not null,
      op timestamptz(3) not null,
      primary key (id)
    );
    create index bijlage_stroom_index on bijlage (stroom, verzoek);
    alter table bijlage add constraint bijlage_stroom_foreign foreign key (stroom) references stroom (id);`;
