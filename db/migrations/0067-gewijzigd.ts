import { Migration } from '@mikro-orm/migrations';

/** Whoever listens hears, at the commit of who wrote, that something happened to a signaal, and that a session has ended. */
export class Gewijzigd extends Migration {
  override up(): void {
    this.addSql(`
      create function meld_gewijzigd() returns trigger language plpgsql as $$ begin
        perform pg_notify('signaal_gewijzigd', new.id::text);
        return null;
      end $$;
      create trigger stroom_begonnen after insert on stroom for each row when (new.soort = 'signaal')
        execute function meld_gewijzigd();
      create trigger stroom_gewijzigd after update on stroom for each row
        when (new.soort = 'signaal' and old.volgnummer <> new.volgnummer) execute function meld_gewijzigd();

      create function meld_sessie_beeindigd() returns trigger language plpgsql as $$ begin
        perform pg_notify('sessie_beeindigd', encode(new.hash, 'hex'));
        return null;
      end $$;
      create trigger sessie_beeindigd after update on sessie for each row
        when (old.beeindigd_op is null and new.beeindigd_op is not null) execute function meld_sessie_beeindigd();`);
  }
}
