import { Migration } from '@mikro-orm/migrations';

/** Lines of the log may go once their term is over: from the first on, up to and including the last of a day of seals. */
export class Logboektermijn extends Migration {
  override up(): void {
    this.addSql(`
      drop trigger logregel_onveranderlijk on logregel;
      create trigger logregel_onveranderlijk before update or truncate on logregel
        for each statement execute function weiger_wijziging();

      create function weiger_vroeg_opruimen() returns trigger language plpgsql as $$
        declare
          hoogste bigint;
        begin
          select max(nr) into hoogste from weg;
          if hoogste is null then return null; end if;
          if exists (select from logregel where nr <= hoogste) or not exists (
            select from logzegel z, bewaartermijn t
             where t.soort = 'logboek' and z.tot = hoogste
               and z.dag < ((clock_timestamp() at time zone 'Europe/Amsterdam')::date - greatest(t.maanden, 60) * interval '1 month')
               and not exists (select from logzegel v where v.nummer = z.nummer + 1 and v.dag = z.dag))
          then raise exception 'logregel is append-only until its term is over'; end if;
          return null;
        end $$;
      create trigger logregel_opruimen after delete on logregel referencing old table as weg
        for each statement execute function weiger_vroeg_opruimen();`);
  }
}
