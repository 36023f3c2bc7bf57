import { Migration } from '@mikro-orm/migrations';

/** A story stays in its report: one that is written in a draft does not come into a report that is final. */
export class VerhaalBlijft extends Migration {
  override up(): void {
    this.addSql(`
      create function houd_vignet_bij_rapport() returns trigger language plpgsql as $$
      begin
        raise exception 'vignet % is bevroren: het blijft bij zijn rapport', old.id using errcode = 'restrict_violation';
      end $$;
      create trigger "vignet_bij_rapport" before update on "vignet" for each row when (new.rapport <> old.rapport) execute function houd_vignet_bij_rapport();`);
  }
}
