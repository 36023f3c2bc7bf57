import { Migration } from '@mikro-orm/migrations';

/**
 * What was filed before signalen had an onderwerp gets one: its first sentence, cut at a word. It is text of the case, kept where that is
 * kept, so that it is read and erased with it.
 */
export class Onderwerp extends Migration {
  override up(): void {
    for (const tabel of ['gebeurtenis', 'tekst']) this.addSql(`alter table ${tabel} no force row level security;`);
    this.addSql(`
      insert into tekst (stroom, volgnummer, veld, inhoud)
      select t.stroom, t.volgnummer, 'onderwerp',
             case when length(zin) <= 80 then zin else regexp_replace(left(zin, 79), '\\s+\\S*$', '') || '…' end
        from gebeurtenis g
          join tekst t on t.stroom = g.stroom and t.volgnummer = g.volgnummer and t.veld = 'knelpunt'
          cross join lateral (select regexp_replace(split_part(t.inhoud, E'\\n', 1), '([!?]|(?<=\\w{4})\\.)(\\s+[[:upper:][:digit:]].*)?$', '') as zin) z
       where g.soort = 'ingediend' and zin <> ''
      on conflict do nothing;`);
    for (const tabel of ['gebeurtenis', 'tekst']) this.addSql(`alter table ${tabel} force row level security;`);
  }
}
