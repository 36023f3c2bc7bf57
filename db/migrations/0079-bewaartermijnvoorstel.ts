import { Migration } from '@mikro-orm/migrations';

/** The last other term of each kind that one of functioneel beheer proposed, and who else confirmed it. */
export class Bewaartermijnvoorstellen extends Migration {
  override up(): void {
    this.addSql(`
      create table bewaartermijnvoorstel (
        soort text not null,
        maanden int not null,
        bron text not null,
        door text not null,
        op timestamptz(3) not null,
        bevestigd_door text null,
        primary key (soort),
        constraint bewaartermijnvoorstel_maanden_check check (maanden > 0),
        constraint bewaartermijnvoorstel_vier_ogen_check check (bevestigd_door <> door),
        constraint bewaartermijnvoorstel_soort_foreign foreign key (soort) references bewaartermijn (soort) on update cascade
      );
      alter table bewaartermijnvoorstel alter column bron set statistics 0;
      alter table bewaartermijn alter column bron set statistics 0;
      alter table bewaartermijnvoorstel enable row level security;
      alter table bewaartermijnvoorstel force row level security;
      create policy bewaartermijnvoorstel_dienst on bewaartermijnvoorstel to signaalpunt_dienst using (true) with check (true);
      create policy bewaartermijnvoorstel_lezer on bewaartermijnvoorstel for select to signaalpunt_lezer using ((select leest_wissingen()));`);
  }
}
