import { Migration } from '@mikro-orm/migrations';

/** When was looked for patronen, for whom, and what came of it. One at a time. */
export class Patroonzoekingen extends Migration {
  override up(): void {
    this.addSql(`
      create table patroonzoeking (
        id uuid not null,
        gevraagd_op timestamptz(3) not null,
        gevraagd_door text null,
        klaar_op timestamptz(3) null,
        gevonden int null,
        primary key (id)
      );
      create unique index patroonzoeking_loopt_unique on patroonzoeking ((klaar_op is null)) where klaar_op is null;
      alter table patroonzoeking enable row level security;
      alter table patroonzoeking force row level security;
      create policy patroonzoeking_dienst on patroonzoeking to signaalpunt_dienst using (true) with check (true);
      create policy patroonzoeking_lezer on patroonzoeking for select to signaalpunt_lezer using ((select ziet_alles()));`);
  }
}
