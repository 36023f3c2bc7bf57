import { Migration } from '@mikro-orm/migrations';

/** Who reads the figures of a region reads how many clients there are, and not who counted them. */
export class ClientenBijCijfers extends Migration {
  override up(): void {
    this.addSql(`
      create function leest_clienten() returns boolean language sql stable security definer
        return leest_noemers() or exists (select from gebruiker g
          where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
            and 'regiocoordinator' = any(g.rollen));
      drop policy noemer_lezer on noemer;
      create policy noemer_lezer on noemer for select to signaalpunt_lezer using ((select leest_clienten()));`);
  }
}
