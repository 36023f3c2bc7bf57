import { Migration } from '@mikro-orm/migrations';

/** A list knows what is too late by the row of the signaal alone: the clock of its stream stands in it too. */
export class Signaalklok extends Migration {
  override up(): void {
    this.addSql(`
      alter table signaal add column klokverschil_ms bigint not null default '0';
      update signaal r set klokverschil_ms = s.klokverschil_ms from stroom s where s.id = r.id and s.klokverschil_ms <> 0;`);
  }
}
