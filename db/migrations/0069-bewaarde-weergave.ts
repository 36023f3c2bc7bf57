import { Migration } from '@mikro-orm/migrations';

/** A set of filters that somebody gave a name, for herself or for all who have a role. */
export class BewaardeWeergaven extends Migration {
  override up(): void {
    this.addSql(`
      create table bewaarde_weergave (
        id uuid not null,
        gebruiker text not null,
        rol text null,
        naam text not null,
        filter jsonb not null,
        gewijzigd_op timestamptz(3) not null,
        primary key (id),
        constraint bewaarde_weergave_gebruiker_foreign foreign key (gebruiker) references gebruiker (id)
      );
      create index bericht_dag_index on bericht (gebruiker, niet_voor) where bundel = 'dag';
      create index bewaarde_weergave_gebruiker_index on bewaarde_weergave (gebruiker);
      create index bewaarde_weergave_rol_index on bewaarde_weergave (rol);
      alter table bewaarde_weergave enable row level security;
      alter table bewaarde_weergave force row level security;
      create policy bewaarde_weergave_dienst on bewaarde_weergave to signaalpunt_dienst using (true) with check (true);
      create policy bewaarde_weergave_lezer on bewaarde_weergave for select to signaalpunt_lezer
        using (case when rol is null then gebruiker = (select current_setting('app.persoon', true))
          else rol = any ((select g.rollen from gebruiker g where g.id = (select current_setting('app.persoon', true)))::text[]) end);`);
  }
}
