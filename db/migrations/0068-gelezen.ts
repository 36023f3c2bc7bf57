import { Migration } from '@mikro-orm/migrations';

/** How far somebody has read: of one signaal, and of all that happened by itself. */
export class Gelezen extends Migration {
  override up(): void {
    this.addSql(`
      create table gelezen (
        gebruiker text not null,
        stroom uuid not null,
        volgnummer int not null,
        op timestamptz(3) not null,
        eerder int not null,
        eerder_op timestamptz(3) not null,
        primary key (gebruiker, stroom),
        constraint gelezen_gebruiker_foreign foreign key (gebruiker) references gebruiker (id),
        constraint gelezen_stroom_foreign foreign key (stroom) references stroom (id)
      );
      alter table gelezen enable row level security;
      alter table gelezen force row level security;
      create policy gelezen_dienst on gelezen to signaalpunt_dienst using (true) with check (true);
      create policy gelezen_lezer on gelezen for select to signaalpunt_lezer
        using (gebruiker = (select current_setting('app.persoon', true)));

      create table vandaagbezoek (
        gebruiker text not null,
        op timestamptz(3) not null,
        eerder_op timestamptz(3) not null,
        primary key (gebruiker),
        constraint vandaagbezoek_gebruiker_foreign foreign key (gebruiker) references gebruiker (id)
      );
      alter table vandaagbezoek enable row level security;
      alter table vandaagbezoek force row level security;
      create policy vandaagbezoek_dienst on vandaagbezoek to signaalpunt_dienst using (true) with check (true);
      create policy vandaagbezoek_lezer on vandaagbezoek for select to signaalpunt_lezer
        using (gebruiker = (select current_setting('app.persoon', true)));`);
  }
}
