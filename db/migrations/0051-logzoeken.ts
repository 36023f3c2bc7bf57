import { Migration } from '@mikro-orm/migrations';

/** What was done with a signaal is looked for by its number, which a line also has of a signaal that nobody may see. */
export class Logzoeken extends Migration {
  override up(): void {
    this.addSql('drop index logregel_stroom_index');
    this.addSql('create index logregel_nummer_index on logregel (nummer, nr) where nummer is not null');
  }
}
