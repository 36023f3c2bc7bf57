import { Migration } from '@mikro-orm/migrations';

export class Waakhond extends Migration {
  override up(): void {
    this.addSql(MELDINGEN);
    this.addSql(KALENDER);
  }
}

const MELDINGEN = `
    create table waakhondmelding (
      id uuid not null default uuidv7(),
      soort text not null,
      onderwerp text not null,
      stroom uuid null,
      nummer text null,
      toelichting text null,
      eerst_gezien_op timestamptz(3) not null,
      laatst_gezien_op timestamptz(3) not null,
      opgelost_op timestamptz(3) null,
      gemeld_op timestamptz(3) null,
      primary key (id)
    );
    create unique index waakhondmelding_open_index on waakhondmelding (soort, onderwerp) where opgelost_op is null;
    create index waakhondmelding_opgelost_index on waakhondmelding (opgelost_op) where opgelost_op is not null;

    create table waakhondronde (
      id int not null,
      begonnen_op timestamptz(3) null,
      geslaagd_op timestamptz(3) null,
      vergeleken_op timestamptz(3) null,
      primary key (id)
    );
    insert into waakhondronde (id) values (1);`;

const KALENDER = `
    alter table kalender add column volledig_tot_en_met date null, add column door text null, add column seed_versie int null;
    create index stroom_kalender_index on stroom (((staat -> 'kalender' ->> 'versie')::int)) where volgende_op is not null;`;
