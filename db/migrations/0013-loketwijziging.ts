import { Migration } from '@mikro-orm/migrations';

/** For what runs every few seconds, so that its cost does not grow with what is over. */
const INDEXES = [
  `zending_wacht_index on zending (adres, id) where status = 'wacht'`,
  `zending_mislukt_index on zending (id) where status = 'mislukt'`,
  `zending_verstuurd_index on zending (gebruiker, id) where status = 'verstuurd' and gebruiker is not null`,
  'bericht_zending_index on bericht (zending) where zending is not null',
  'partij_email_index on partij (email)',
  'partij_escalatie_index on partij (escalatie_email) where escalatie_email is not null',
  `signaal_open_index on signaal (behandelaar, niveau, status) where status <> 'afgesloten'`,
  'stroom_geparkeerd_index on stroom (geparkeerd_op) where geparkeerd_op is not null',
];

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
    this.addSql('drop index zending_wacht_index;');
    for (const index of INDEXES) this.addSql(`create index ${index};`);
  }
}
