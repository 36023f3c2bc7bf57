import { Migration } from '@mikro-orm/migrations';

/** Stories in a report, each of one family that allowed it (ADR 0063). */
export class Vignetten extends Migration {
  override up(): void {
    this.addSql(`
      alter table toestemming drop constraint toestemming_ontvanger_check;
      alter table toestemming add constraint toestemming_ontvanger_check check (num_nonnulls(niveau, verzoek) <= 1);
      alter table toestemming add constraint toestemming_delen_check check ((num_nonnulls(niveau, verzoek) = 0) = (delen = '{}'));

      create table vignet (
        id uuid not null,
        rapport uuid not null,
        signaal uuid null,
        titel text not null,
        verhaal text not null,
        geschreven_door text not null,
        geschreven_op timestamptz(3) not null,
        eerste_door text null,
        tweede_door text null,
        primary key (id),
        constraint vignet_rapport_foreign foreign key (rapport) references rapport (id) on delete cascade,
        constraint vignet_vier_ogen_check check (eerste_door <> geschreven_door and tweede_door <> geschreven_door and tweede_door <> eerste_door),
        constraint vignet_volgorde_check check (tweede_door is null or eerste_door is not null)
      );
      create index vignet_rapport_index on vignet (rapport);
      create index vignet_signaal_index on vignet (signaal);
      alter table vignet alter column titel set statistics 0;
      alter table vignet alter column verhaal set statistics 0;`);
    this.addSql(TOESTEMMING);
    this.addSql(BEVROREN);
    this.addSql(LEZERS);
  }
}

const TOESTEMMING = `
    -- Whether somebody of the family allows today, on the clock of that stream, that a report tells of it.
    create function staat_verhaal_toe(van_stroom uuid) returns boolean language sql stable security definer
      return exists (
        select from toestemming t join stroom s on s.id = t.stroom join signaal z on z.id = t.stroom
         where t.stroom = van_stroom and num_nonnulls(t.niveau, t.verzoek) = 0 and t.ingetrokken_op is null and not z.gewist
           and (greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond')
                  at time zone 'Europe/Amsterdam')::date between t.gegeven_op and t.tot_en_met);

    -- What a family takes back is gone at once from every report that is not final.
    create function neem_verhaal_terug() returns trigger language plpgsql security definer as $$
    begin
      if not staat_verhaal_toe(new.stroom) then
        delete from vignet v using rapport r where r.id = v.rapport and r.status <> 'definitief' and v.signaal = new.stroom;
      end if;
      return null;
    end $$;
    create trigger "toestemming_ingetrokken" after update on "toestemming" for each row when (old.ingetrokken_op is null and new.ingetrokken_op is not null) execute function neem_verhaal_terug();
    revoke execute on function neem_verhaal_terug() from public;`;

/** Of one that was looked over a story can only go; of one that is final only that it leads to a signaal, or all words with it. */
const BEVROREN = `
    create function houd_vignet_bevroren() returns trigger language plpgsql security definer as $$
    declare
      van record;
    begin
      select r.status, r.teksten is null as leeg into van from rapport r where r.id = coalesce(old.rapport, new.rapport);
      if not found or van.status = 'concept' then
        return coalesce(new, old);
      elsif tg_op = 'DELETE' and (van.status = 'nagekeken' or van.leeg) then
        return old;
      elsif tg_op = 'UPDATE' and new.signaal is null and to_jsonb(new) - 'signaal' = to_jsonb(old) - 'signaal' then
        return new;
      end if;
      raise exception 'vignet % is bevroren', coalesce(old.id, new.id) using errcode = 'restrict_violation';
    end $$;
    create trigger "vignet_bevroren" before insert or update or delete on "vignet" for each row execute function houd_vignet_bevroren();
    create trigger "vignet_blijft" before truncate on "vignet" for each statement execute function weiger_wijziging();
    revoke execute on function houd_vignet_bevroren() from public;`;

/** Before it is final who may read of what signaal it is; then whoever reads the report. */
const LEZERS = `
    alter table vignet enable row level security;
    alter table vignet force row level security;
    create policy vignet_dienst on vignet to signaalpunt_dienst using (true) with check (true);
    create policy vignet_lezer on vignet for select to signaalpunt_lezer using (
      exists (select from rapport r where r.id = vignet.rapport
        and (r.status = 'definitief' or exists (select from signaal s where s.id = vignet.signaal
          and not s.betrokken_organisaties @> array[(select ziet_niet_van())]))));`;
