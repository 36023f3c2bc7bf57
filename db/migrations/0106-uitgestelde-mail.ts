import { Migration } from '@mikro-orm/migrations';

/** A mail that is refused for now is not tried for ever. */
export class UitgesteldeMail extends Migration {
  override up(): void {
    this.addSql(`alter table zending add column uitgesteld_sinds timestamptz(3)`);
  }
}
