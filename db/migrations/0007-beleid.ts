import { Migration } from '@mikro-orm/migrations';

export class Beleid extends Migration {
  override up(): void {
    this.addSql(`
    create table simulatie (
      vingerafdruk text not null,
      beleid text not null,
      versie int not null,
      door text not null,
      op timestamptz(3) not null,
      getoond jsonb not null,
      primary key (vingerafdruk)
    );
    create index simulatie_op_index on simulatie (op);
    alter table termijnbeleid add column door text null, add column op timestamptz(3) null, add column opdracht text null,
      add column getoond jsonb null, add constraint termijnbeleid_opdracht_unique unique (opdracht);`);
  }
}
