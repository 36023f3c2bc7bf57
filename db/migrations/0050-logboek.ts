import { Migration } from '@mikro-orm/migrations';

/** Who did what with what, for good; the seals on it; and what stood there before and after a change, which alone can be erased. */
export class Logboek extends Migration {
  override up(): void {
    this.addSql(`
      create table logregel (
        nr bigint generated always as identity,
        op timestamptz(3) not null default clock_timestamp(),
        verrichting text not null,
        operatie text not null,
        afloop text not null,
        code text null,
        persoon text null,
        rollen text[] not null default '{}',
        organisatie text null,
        namens text null,
        link uuid null,
        stroom uuid null,
        nummer text null,
        object text null,
        ingang text not null,
        spoor text not null,
        adres text null,
        bijzonderheden jsonb not null default '{}',
        inhoud bytea null,
        primary key (nr)
      );
      create index logregel_stroom_index on logregel (stroom, nr) where stroom is not null;
      create index logregel_persoon_index on logregel (persoon, nr) where persoon is not null;
      create index logregel_op_index on logregel using brin (op);
      create trigger logregel_onveranderlijk before update or delete or truncate on logregel
        for each statement execute function weiger_wijziging();

      create table loginhoud (
        regel bigint not null,
        zout bytea not null,
        voor jsonb null,
        na jsonb null,
        primary key (regel),
        constraint loginhoud_regel_foreign foreign key (regel) references logregel (nr) on update cascade on delete no action
      );
      create trigger loginhoud_onveranderlijk before update or truncate on loginhoud
        for each statement execute function weiger_wijziging();

      create table logzegel (
        nummer int not null,
        dag date not null,
        tot bigint not null,
        aantal int not null,
        hash bytea not null,
        op timestamptz(3) not null,
        sleutel text not null,
        handtekening bytea not null,
        primary key (nummer),
        constraint logzegel_tot_unique unique (tot)
      );
      create trigger logzegel_onveranderlijk before update or delete or truncate on logzegel
        for each statement execute function weiger_wijziging();`);
    this.addSql(LEZERS);
  }
}

/** Auditors read all of it; who may read all of a signaal reads who was there. */
const LEZERS = `
    create function leest_logboek() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and is_actief(g.actief_van, g.actief_tot)
          and 'auditor' = any (g.rollen));

    alter table logregel enable row level security;
    alter table logregel force row level security;
    create policy logregel_dienst on logregel to signaalpunt_dienst using (true) with check (true);
    create policy logregel_lezer on logregel for select to signaalpunt_lezer using (
      (select leest_logboek())
      or (afloop = 'gelukt' and exists (select 1 from signaal s where s.id = logregel.stroom
            and (not s.betrokken_organisaties @> array[(select ziet_niet_van())])
            and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id)))));

    alter table loginhoud enable row level security;
    alter table loginhoud force row level security;
    create policy loginhoud_dienst on loginhoud to signaalpunt_dienst using (true) with check (true);
    create policy loginhoud_lezer on loginhoud for select to signaalpunt_lezer using ((select leest_logboek()));

    alter table logzegel enable row level security;
    alter table logzegel force row level security;
    create policy logzegel_dienst on logzegel to signaalpunt_dienst using (true) with check (true);
    create policy logzegel_lezer on logzegel for select to signaalpunt_lezer using ((select leest_logboek()));`;
