import { Migration } from '@mikro-orm/migrations';

/** Where somebody is mailed, for who keeps accounts and who watches over that. No other person has a right to that column. */
export class Mailadressen extends Migration {
  override up(): void {
    this.addSql(`
      create function mailadres_van(wie text) returns text language sql stable security definer
        return (select g.email from gebruiker g where g.id = wie and leest_accounts());`);
  }
}
