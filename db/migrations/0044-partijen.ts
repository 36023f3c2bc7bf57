import { Migration } from '@mikro-orm/migrations';

/** What an organisatie was asked is found without reading what all others were. */
export class Partijen extends Migration {
  override up(): void {
    this.addSql('create index partij_organisatie_index on partij (organisatie)');
  }
}
