import { Migration } from '@mikro-orm/migrations';

/** Reports about half a year: four eyes before one is final, and nothing that changes it after that. */
export class Rapporten extends Migration {
  override up(): void {
    this.addSql(`
      create table rapport (
        id uuid not null default uuidv7(),
        periode text not null,
        versie int not null,
        status text not null,
        inhoud jsonb not null,
        teksten jsonb null,
        stand int not null,
        gemaakt_op timestamptz(3) not null,
        gemaakt_door text null,
        auteurs text[] not null,
        nagekeken_op timestamptz(3) null,
        nagekeken_door text null,
        vrijgegeven_op timestamptz(3) null,
        vrijgegeven_door text null,
        primary key (id),
        constraint rapport_periode_versie_unique unique (periode, versie),
        constraint rapport_vier_ogen_check check (nagekeken_door <> all (auteurs) and vrijgegeven_door <> nagekeken_door),
        constraint rapport_nagekeken_check check ((status = 'concept') = (nagekeken_door is null)),
        constraint rapport_vrijgegeven_check check ((status = 'definitief') = (vrijgegeven_door is not null))
      );
      create unique index "rapport_open_unique" on "rapport" ("periode") where status <> 'definitief';`);
    this.addSql(BEVROREN);
    this.addSql(LEZERS);
  }
}

/** One that was looked over can only be given out or thrown away; of one that is final only what people wrote may be erased. */
const BEVROREN = `
    create function houd_rapport_bevroren() returns trigger language plpgsql as $$
    declare
      vast constant text[] := array['status', 'stand', 'vrijgegeven_op', 'vrijgegeven_door'];
    begin
      if old.status = 'concept' then
        return case when tg_op = 'DELETE' then old else new end;
      elsif old.status = 'nagekeken' and tg_op = 'DELETE' then
        return old;
      elsif old.status = 'nagekeken' and tg_op = 'UPDATE'
        and new.status = 'definitief' and to_jsonb(new) - vast = to_jsonb(old) - vast then
        return new;
      elsif old.status = 'definitief' and tg_op = 'UPDATE'
        and new.teksten is null and to_jsonb(new) - 'teksten' = to_jsonb(old) - 'teksten' then
        return new;
      end if;
      raise exception 'rapport % versie % is bevroren', old.periode, old.versie using errcode = 'restrict_violation';
    end $$;
    create trigger "rapport_bevroren" before update or delete on "rapport" for each row execute function houd_rapport_bevroren();
    create trigger "rapport_blijft" before truncate on "rapport" for each statement execute function weiger_wijziging();`;

/** The national team reads all of them, programmaleiding those that are final. */
const LEZERS = `
    create function maakt_rapporten() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and 'landelijk_team' = any (g.rollen));
    create function leest_rapporten() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and g.rollen && array['landelijk_team', 'programmaleiding']);

    alter table rapport enable row level security;
    alter table rapport force row level security;
    create policy rapport_dienst on rapport to signaalpunt_dienst using (true) with check (true);
    create policy rapport_lezer on rapport for select to signaalpunt_lezer using (
      (select maakt_rapporten()) or (status = 'definitief' and (select leest_rapporten())));`;
