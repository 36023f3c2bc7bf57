import { Migration } from '@mikro-orm/migrations';

/** From which through which date an account works, in place of whether it does. */
export class Accountdagen extends Migration {
  override up(): void {
    this.addSql(`
      alter table gebruiker add column actief_van date null, add column actief_tot date null;
      alter table gebruiker add constraint gebruiker_actief_check check (actief_tot >= actief_van - 1);
      update gebruiker set actief_tot = (now() at time zone 'Europe/Amsterdam')::date - 1 where not actief;`);
    this.addSql(IS_ACTIEF);
    this.addSql(KIJKER);
    this.addSql('alter table gebruiker drop column actief;');
  }
}

const IS_ACTIEF = `
    -- No first date: it always worked. No last date: it goes on.
    create function is_actief(van date, tot date) returns boolean language sql stable
      return (now() at time zone 'Europe/Amsterdam')::date between coalesce(van, '-infinity') and coalesce(tot, 'infinity');`;

/** Those of 0026 and 0030, which asked the column. */
const KIJKER = `
    create or replace function ziet_als() returns text language sql stable security definer
      return (select g.id from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and g.rollen && array['metgezel', 'oco_consulent', 'regiocoordinator', 'landelijk_team', 'programmaleiding']);

    create or replace function ziet_alles() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and g.rollen && array['landelijk_team', 'programmaleiding']);

    create or replace function ziet_regios() returns text[] language sql stable security definer
      return (select g.regios from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and 'regiocoordinator' = any(g.rollen));

    create or replace function is_beheer() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and 'functioneel_beheer' = any(g.rollen));

    create or replace function leest_na_melding() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and 'programmaleiding' = any(g.rollen) and not 'landelijk_team' = any(g.rollen));`;
