import { Migration } from '@mikro-orm/migrations';

/** Who is logged in, where; who is on the way to the provider; and what was typed when a session had run out. */
export class Inloggen extends Migration {
  override up(): void {
    this.addSql(`
      create table sessie (
        hash bytea not null primary key,
        id uuid not null default uuidv7(),
        gebruiker text not null,
        begonnen_op timestamptz(3) not null,
        gebruikt_op timestamptz(3) not null,
        beeindigd_op timestamptz(3) null,
        toestel text not null,
        sid text null,
        id_token text null,
        constraint sessie_id_unique unique (id),
        constraint sessie_gebruiker_foreign foreign key (gebruiker) references gebruiker (id)
      );`);
    this.addSql('create index sessie_gebruiker_index on sessie (gebruiker);');
    this.addSql('create index sessie_sid_index on sessie (sid);');
    // Worth nothing after a crash: whoever was on the way begins again.
    this.addSql(`
      create unlogged table inlogpoging (
        state bytea not null primary key,
        browser bytea not null,
        nonce text not null,
        verifier text not null,
        terug text not null,
        op timestamptz(3) not null
      );`);
    this.addSql(`
      create table ingevuld (
        browser bytea not null,
        adres text not null,
        gebruiker text not null,
        velden bytea not null,
        op timestamptz(3) not null,
        primary key (browser, adres),
        constraint ingevuld_gebruiker_foreign foreign key (gebruiker) references gebruiker (id)
      );`);
  }
}
