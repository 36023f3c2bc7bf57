import { Migration } from '@mikro-orm/migrations';

/** Counts of requests. Unlogged: a count that is lost in a crash is worth less than a write to disk at each request. */
export class VerbruikTellen extends Migration {
  override up(): void {
    this.addSql(
      'create unlogged table verbruik (key varchar(255) not null, points int not null default 0, expire bigint null, primary key (key));',
    );
  }
}
