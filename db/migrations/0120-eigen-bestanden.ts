import { Migration } from '@mikro-orm/migrations';

/** A party that answered sees which files went with it. */
export class EigenBestanden extends Migration {
  override up(): void {
    this.addSql(`
      create policy bijlage_partner on bijlage for select to signaalpunt_partner using (stroom = (select link_stroom()) and verzoek = (select link_verzoek()));`);
  }
}
