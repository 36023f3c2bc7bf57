import { Migration } from '@mikro-orm/migrations';

/** A mailed code is a key, as a link is: once the mail has left, only the addressee has it. */
export class Codes extends Migration {
  override up(): void {
    this.addSql(`
    create or replace function vergeet_sleutel() returns trigger language plpgsql as $$ begin
      new.inhoud := regexp_replace(new.inhoud, '(/verzoek/)[A-Za-z0-9_-]{43}', '\\1...', 'g');
      new.html := regexp_replace(new.html, '(/verzoek/)[A-Za-z0-9_-]{43}', '\\1...', 'g');
      if new.message_id like '<code-%' then
        new.onderwerp := regexp_replace(new.onderwerp, '\\m\\d{6}\\M', '...', 'g');
        new.inhoud := regexp_replace(new.inhoud, '\\m\\d{6}\\M', '...', 'g');
        new.html := regexp_replace(new.html, '\\m\\d{6}\\M', '...', 'g');
      end if;
      return new;
    end $$;
    update zending set status = status where message_id like '<code-%' and status <> 'wacht';`);
  }
}
