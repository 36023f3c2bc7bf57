import { Migration } from '@mikro-orm/migrations';

/** What stood out on a night. */
export class Patroonvoorstellen extends Migration {
  override up(): void {
    this.addSql(`
      create table patroonvoorstel (
        id uuid not null,
        dag date not null,
        blik text not null,
        indeling text not null,
        code text null,
        regios text[] not null,
        dagen int not null,
        aantal int not null,
        verwacht double precision not null,
        kans double precision not null,
        tot_en_met date not null,
        gevonden_op timestamptz(3) not null,
        primary key (id)
      );
      create index patroonvoorstel_tot_index on patroonvoorstel (tot_en_met);
      alter table patroonvoorstel enable row level security;
      alter table patroonvoorstel force row level security;
      create policy patroonvoorstel_dienst on patroonvoorstel to signaalpunt_dienst using (true) with check (true);`);
  }
}
