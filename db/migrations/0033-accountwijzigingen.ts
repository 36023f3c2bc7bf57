import { Migration } from '@mikro-orm/migrations';

/** Who changed an account, when, why, and from what to what. What people wrote in it may be erased, and never changed. */
export class Accountwijzigingen extends Migration {
  override up(): void {
    this.addSql(`
      create table gebruikerwijziging (
        id uuid not null default uuidv7(),
        gebruiker text not null,
        door text null,
        op timestamptz(3) not null,
        reden text null,
        voor jsonb null,
        na jsonb null,
        primary key (id),
        constraint gebruikerwijziging_gebruiker_foreign foreign key (gebruiker) references gebruiker (id)
      );
      create index gebruikerwijziging_gebruiker_index on gebruikerwijziging (gebruiker, id);
      create trigger "gebruikerwijziging_blijft" before update or delete on "gebruikerwijziging" for each row execute function alleen_wissen();`);
    this.addSql(LEZERS);
  }
}

const LEZERS = `
    create function leest_accounts() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and g.rollen && array['functioneel_beheer', 'auditor']);

    alter table gebruikerwijziging enable row level security;
    alter table gebruikerwijziging force row level security;
    create policy gebruikerwijziging_dienst on gebruikerwijziging to signaalpunt_dienst using (true) with check (true);
    create policy gebruikerwijziging_lezer on gebruikerwijziging for select to signaalpunt_lezer using ((select leest_accounts()));`;
