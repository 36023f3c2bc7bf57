import { Migration } from '@mikro-orm/migrations';

/** How many signalen there are of each combination, with what is there already. */
export class Tellingen extends Migration {
  override up(): void {
    this.addSql(`
      create table telling (
        voorvaldatum date not null,
        melddatum date not null,
        knelpunttype text not null,
        regio text not null,
        doelgroep text not null,
        ketenpartnertype text not null,
        niveau text not null,
        status text not null,
        aantal int not null,
        primary key (voorvaldatum, melddatum, knelpunttype, regio, doelgroep, ketenpartnertype, niveau, status)
      );
      alter table telling enable row level security;
      alter table telling force row level security;
      create policy telling_dienst on telling to signaalpunt_dienst using (true) with check (true);`);
    this.addSql(`
      insert into telling
      select case when d.besluit between d.melddatum - 365 and d.melddatum then d.besluit else d.melddatum end, d.melddatum,
             t.code, coalesce(s.regio, 'ONBEKEND'), g.code, coalesce(o.type, 'ONBEKEND'), s.niveau, s.status, count(*)
        from signaal s
          left join organisatie o on o.id = s.organisatie
          cross join lateral (
            select (s.ingediend_op at time zone 'Europe/Amsterdam')::date as melddatum,
                   (select (b.data -> 'gegevens' -> 'besluit' ->> 'datum')::date
                      from gebeurtenis b where b.stroom = s.id and b.volgnummer = 1) as besluit) d
          cross join lateral unnest(array_append(s.knelpunttypen, '*')) t (code)
          cross join lateral unnest(array_append(s.doelgroepen, '*')) g (code)
       group by 1, 2, 3, 4, 5, 6, 7, 8;`);
  }
}
