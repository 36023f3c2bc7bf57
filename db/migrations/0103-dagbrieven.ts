import { Migration } from '@mikro-orm/migrations';

/** What somebody was told last with a mail of a day is looked up for each who may have something new, each few seconds. */
export class Dagbrieven extends Migration {
  override up(): void {
    this.addSql(
      `create index zending_dagbrief_index on zending (gebruiker, op) where message_id like '<tweede-%' or message_id like '<voorstellen-%'`,
    );
  }
}
