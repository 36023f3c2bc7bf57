import { Migration } from '@mikro-orm/migrations';

/** Who changed where an organisatie is reached; what people wrote about it may be erased, and never changed. */
export class Loketwijzigingen extends Migration {
  override up(): void {
    this.addSql(`create function alleen_wissen() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE'
         and (to_jsonb(new) - array['reden', 'voor', 'na']) = (to_jsonb(old) - array['reden', 'voor', 'na'])
         and (new.reden is null or new.reden = old.reden)
         and (new.voor is null or new.voor = old.voor) and (new.na is null or new.na = old.na) then
        return new;
      end if;
      raise exception '% is append-only', tg_table_name;
    end $$;`);
    this.addSql(`create table loketwijziging (
      id uuid not null default uuidv7(),
      organisatie text not null,
      loket uuid null,
      soort text not null,
      door text not null,
      op timestamptz(3) not null,
      reden text null,
      voor jsonb null,
      na jsonb null,
      primary key (id)
    );`);
    this.addSql(
      'alter table loketwijziging add constraint loketwijziging_organisatie_foreign foreign key (organisatie) references organisatie (id);',
    );
    this.addSql(
      'alter table loketwijziging add constraint loketwijziging_loket_foreign foreign key (loket) references loket (id) on delete no action;',
    );
    this.addSql('create index "loketwijziging_organisatie_index" on "loketwijziging" ("organisatie", "id");');
    this.addSql(
      'create trigger "loketwijziging_blijft" before update or delete on "loketwijziging" for each row execute function alleen_wissen();',
    );
  }
}
