import { Migration } from '@mikro-orm/migrations';

/** The line that tells that the oldest went is found without a look at all others. */
export class OpruimingVinden extends Migration {
  override up(): void {
    this.addSql(`create index "logregel_opruiming_index" on "logregel" ("nr") where operatie = 'opruimen:logboek'`);
  }
}
