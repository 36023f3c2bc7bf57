import { Migration } from '@mikro-orm/migrations';

/** Of a story that the family does not allow any more a draft keeps the line, with why, and none of its words (ADR 0065). */
export class VerhaalWeg extends Migration {
  override up(): void {
    this.addSql(`
      alter table vignet alter column titel drop not null;
      alter table vignet alter column verhaal drop not null;
      alter table vignet add column weg text null;
      alter table vignet add constraint vignet_weg_check check ((weg is null) = (num_nonnulls(titel, verhaal) = 2) and num_nonnulls(titel, verhaal) <> 1);
      alter table vignet alter column weg set statistics 0;`);
    this.addSql(TERUGGENOMEN);
    this.addSql(BEVROREN);
  }
}

const TERUGGENOMEN = `
    -- The words that a family takes back are gone at once from every report that is not final.
    create or replace function neem_verhaal_terug() returns trigger language plpgsql security definer as $$
    begin
      if not staat_verhaal_toe(new.stroom) then
        update vignet v set titel = null, verhaal = null, weg = 'ingetrokken'
          from rapport r where r.id = v.rapport and r.status <> 'definitief' and v.signaal = new.stroom and v.weg is null;
      end if;
      return null;
    end $$;`;

/** Of one that was looked over a story can only go, or its words alone; of one that is final only that it leads to a signaal, or all words with it. */
const BEVROREN = `
    create or replace function houd_vignet_bevroren() returns trigger language plpgsql security definer as $$
    declare
      van record;
    begin
      select r.status, r.teksten is null as leeg into van from rapport r where r.id = coalesce(old.rapport, new.rapport);
      if not found or van.status = 'concept' then
        return coalesce(new, old);
      elsif tg_op = 'DELETE' and (van.status = 'nagekeken' or van.leeg) then
        return old;
      elsif tg_op = 'UPDATE' and van.status = 'nagekeken' and new.weg is not null
            and to_jsonb(new) - '{titel,verhaal,weg}'::text[] = to_jsonb(old) - '{titel,verhaal,weg}'::text[] then
        return new;
      elsif tg_op = 'UPDATE' and new.signaal is null and to_jsonb(new) - 'signaal' = to_jsonb(old) - 'signaal' then
        return new;
      end if;
      raise exception 'vignet % is bevroren', coalesce(old.id, new.id) using errcode = 'restrict_violation';
    end $$;`;
