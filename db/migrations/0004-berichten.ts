import { Migration } from '@mikro-orm/migrations';

export class Berichten extends Migration {
  override up(): void {
    this.addSql(PREFERENCES);
    this.addSql(POST);
    this.addSql(FEED);
  }
}

const PREFERENCES = `
    create table werktijd (
      gebruiker text not null,
      weekdag int not null,
      van time(0) not null,
      tot time(0) not null,
      primary key (gebruiker, weekdag)
    );
    alter table werktijd add constraint werktijd_weekdag_check check (weekdag >= 1 and weekdag <= 7);
    alter table werktijd add constraint werktijd_orde_check check (van < tot);
    alter table werktijd add constraint werktijd_gebruiker_foreign foreign key (gebruiker) references gebruiker (id);

    create table afmelding (
      gebruiker text not null,
      soort text not null,
      primary key (gebruiker, soort)
    );
    alter table afmelding add constraint afmelding_gebruiker_foreign foreign key (gebruiker) references gebruiker (id);

    -- What signs the links in mails. Made here, so that every process has the same one without a setting.
    create table geheim (
      naam text not null,
      waarde bytea not null,
      primary key (naam)
    );
    insert into geheim (naam, waarde)
      values ('afmelden', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));`;

const POST = `
    alter table bericht add column namens text null;
    alter table bericht add constraint bericht_namens_foreign foreign key (namens) references gebruiker (id) on delete no action;
    create index bericht_overgenomen_index on bericht (gebruiker) where status = 'overgenomen' and zending is null;

    alter table zending add column afmelden text null;

    create table waarnemingpost (
      waarneming uuid not null,
      soort text not null,
      zending uuid null,
      primary key (waarneming, soort)
    );
    alter table waarnemingpost add constraint waarnemingpost_waarneming_foreign foreign key (waarneming) references waarneming (id);`;

const FEED = `
    create table agendasleutel (
      id uuid not null,
      gebruiker text not null,
      hash bytea not null,
      gemaakt_op timestamptz(3) not null,
      laatst_gebruikt_op timestamptz(3) null,
      primary key (id)
    );
    create index agendasleutel_gebruiker_index on agendasleutel (gebruiker);
    alter table agendasleutel add constraint agendasleutel_hash_unique unique (hash);
    alter table agendasleutel add constraint agendasleutel_gebruiker_foreign foreign key (gebruiker) references gebruiker (id);`;
