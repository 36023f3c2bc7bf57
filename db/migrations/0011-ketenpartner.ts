import { Migration } from '@mikro-orm/migrations';

/** A file is there only with its answer, and an organisation is found by the places that it serves. */
export class Ketenpartner extends Migration {
  override up(): void {
    // What was left behind by answers that never counted; nobody could ever see it.
    this.addSql(`
      delete from bijlage b
       where not exists (select from opdracht o where o.id = b.opdracht and o.antwoord ->> 'soort' = 'gedaan');`);
    this.addSql(`
      alter table bijlage add constraint bijlage_opdracht_foreign foreign key (opdracht) references opdracht (id);`);
    this.addSql(`
      create table plaats (
        naam text not null,
        gemeente text not null,
        primary key (naam, gemeente)
      );`);
    this.addSql(`
      alter table plaats add constraint plaats_gemeente_foreign foreign key (gemeente) references gemeente (code);`);
  }
}
