import { Migration } from '@mikro-orm/migrations';

/** What passes between signalen that were merged is looked for every minute among all signalen. */
export class Samenvoegen extends Migration {
  override up(): void {
    this.addSql(
      `create index "stroom_samengevoegd_index" on "stroom" ("id") where staat ->> 'samengevoegdIn' is not null`,
    );
  }
}
