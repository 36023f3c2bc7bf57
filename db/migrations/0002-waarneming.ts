import { Migration } from '@mikro-orm/migrations';

export class Waarnemingen extends Migration {
  override up(): void {
    this.addSql(DEPUTIES);
    this.addSql(SIGHT);
  }
}

const DEPUTIES = `
    create table waarneming (
      id uuid not null,
      afwezige text not null,
      waarnemer text not null,
      van date not null,
      tot date not null,
      primary key (id)
    );
    create index waarneming_waarnemer_index on waarneming (waarnemer, tot);
    create index waarneming_afwezige_index on waarneming (afwezige, tot);
    alter table waarneming add constraint waarneming_ander_check check (afwezige <> waarnemer);
    -- One that was ended before it began has no day left: tot is then the day before van.
    alter table waarneming add constraint waarneming_orde_check check (tot >= van - 1);
    alter table waarneming add constraint waarneming_een_tegelijk exclude using gist
      (afwezige with =, daterange(van, tot + 1) with &&);
    alter table waarneming add constraint waarneming_afwezige_foreign foreign key (afwezige) references gebruiker (id);
    alter table waarneming add constraint waarneming_waarnemer_foreign foreign key (waarnemer) references gebruiker (id);`;

const SIGHT = `
    alter table signaal add column meedenkers text[] not null default '{}', add column eerdere_regios text[] not null default '{}';
    create index signaal_meedenkers_index on signaal using gin (meedenkers);
    create index signaal_eerdere_regios_index on signaal using gin (eerdere_regios);`;
