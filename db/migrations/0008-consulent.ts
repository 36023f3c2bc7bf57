import { Migration } from '@mikro-orm/migrations';

/** A consulent on whose behalf was filed has a link to the signaal, not to a verzoek. */
export class Consulent extends Migration {
  override up(): void {
    this.addSql('alter table partnerlink alter column verzoek drop not null;');
  }
}
