import { Migration } from '@mikro-orm/migrations';

/** For whom a deputy acted. */
export class Namens extends Migration {
  override up(): void {
    this.addSql('alter table gebeurtenis add column namens text null;');
  }
}
