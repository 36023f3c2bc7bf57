import { Migration } from '@mikro-orm/migrations';

/** Of a key is known whether what it was used for was done, so that it is not done over what came since. */
export class SleutelGedaan extends Migration {
  override up(): void {
    this.addSql(`alter table sleutel add column gedaan boolean not null default false;`);
  }
}
