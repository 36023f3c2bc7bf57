import { Migration } from '@mikro-orm/migrations';

/** For what an Idempotency-Key was used, where no opdracht keeps that. */
export class Sleutels extends Migration {
  override up(): void {
    this.addSql(`
      create table sleutel (
        id text not null primary key,
        vingerafdruk text not null,
        op timestamptz(3) not null
      );`);
  }
}
