import { Migration } from '@mikro-orm/migrations';

/** What somebody began to file and has not sent yet. */
export class Concepten extends Migration {
  override up(): void {
    this.addSql(`
      create table concept (
        gebruiker text not null,
        id uuid not null,
        inhoud bytea not null,
        gewijzigd_op timestamptz(3) not null,
        primary key (gebruiker, id),
        constraint concept_gebruiker_foreign foreign key (gebruiker) references gebruiker (id)
      );
      create index concept_gewijzigd_op_index on concept (gewijzigd_op);
      alter table concept enable row level security;
      alter table concept force row level security;
      create policy concept_dienst on concept to signaalpunt_dienst using (true) with check (true);
      create policy concept_lezer on concept for select to signaalpunt_lezer
        using (gebruiker = (select current_setting('app.persoon', true)));`);
  }
}
