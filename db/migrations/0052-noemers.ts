import { Migration } from '@mikro-orm/migrations';

/** How many clients there were on a day, by group and region, and who changed that. */
export class Noemers extends Migration {
  override up(): void {
    this.addSql(`
      create table noemer (
        soort text not null,
        peildatum date not null,
        doelgroep text not null,
        regio text not null,
        aantal int not null,
        bron text not null,
        primary key (soort, peildatum, doelgroep, regio),
        constraint noemer_aantal_check check (aantal >= 0)
      );
      create table noemerwijziging (
        id uuid not null default uuidv7(),
        soort text not null,
        peildatum date not null,
        doelgroep text not null,
        regio text not null,
        door text not null,
        op timestamptz(3) not null,
        voor int null,
        na int not null,
        bron text not null,
        primary key (id)
      );
      create trigger "noemerwijziging_onveranderlijk" before update or delete or truncate on "noemerwijziging" for each statement execute function weiger_wijziging();`);
    this.addSql(`
      create function leest_noemers() returns boolean language sql stable security definer
        return exists (select from gebruiker g
          where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
            and g.rollen && array['landelijk_team', 'programmaleiding', 'functioneel_beheer']);

      alter table noemer enable row level security;
      alter table noemer force row level security;
      create policy noemer_dienst on noemer to signaalpunt_dienst using (true) with check (true);
      create policy noemer_lezer on noemer for select to signaalpunt_lezer using ((select leest_noemers()));

      alter table noemerwijziging enable row level security;
      alter table noemerwijziging force row level security;
      create policy noemerwijziging_dienst on noemerwijziging to signaalpunt_dienst using (true) with check (true);
      create policy noemerwijziging_lezer on noemerwijziging for select to signaalpunt_lezer using ((select leest_noemers()));`);
  }
}
