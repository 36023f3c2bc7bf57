import { Migration } from '@mikro-orm/migrations';

/** Who a signaal is about, apart from its kern and encrypted; and who of the family allowed whom to read which parts of it. */
export class Casusbijlagen extends Migration {
  override up(): void {
    this.addSql(`
      create table casusbijlage (
        id uuid not null default uuidv7(),
        stroom uuid not null,
        soort text not null,
        naam bytea null,
        mediatype text null,
        grootte int not null,
        inhoud bytea not null,
        door text not null,
        op timestamptz(3) not null,
        primary key (id),
        constraint casusbijlage_stroom_foreign foreign key (stroom) references stroom (id),
        constraint casusbijlage_bestand_check check ((naam is null) = (mediatype is null))
      );
      create index casusbijlage_stroom_index on casusbijlage (stroom, soort);
      create unique index casusbijlage_tekst_index on casusbijlage (stroom, soort) where naam is null;

      create table toestemming (
        id uuid not null,
        stroom uuid not null,
        niveau text null,
        verzoek text null,
        van text not null,
        wijze text not null,
        delen text[] not null,
        gegeven_op date not null,
        tot_en_met date not null,
        door text not null,
        op timestamptz(3) not null,
        ingetrokken_op timestamptz(3) null,
        ingetrokken_door text null,
        primary key (id),
        constraint toestemming_stroom_foreign foreign key (stroom) references stroom (id),
        constraint toestemming_ontvanger_check check (num_nonnulls(niveau, verzoek) = 1)
      );
      create index toestemming_stroom_index on toestemming (stroom);`);
    this.addSql(LEZERS);
  }
}

const LEZERS = `
    -- Whether somebody of the family allows this part to be read today, on the clock of that stream: at that level, or by the party of that verzoek.
    create function is_toegestaan(van_stroom uuid, op_niveau text, bij_verzoek text, deel text)
      returns boolean language sql stable security definer
      return exists (
        select from toestemming t join stroom s on s.id = t.stroom
         where t.stroom = van_stroom and (t.niveau = op_niveau or t.verzoek = bij_verzoek)
           and deel = any (t.delen) and t.ingetrokken_op is null
           and (greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond')
                  at time zone 'Europe/Amsterdam')::date between t.gegeven_op and t.tot_en_met);

    alter table casusbijlage enable row level security;
    alter table casusbijlage force row level security;
    create policy casusbijlage_dienst on casusbijlage to signaalpunt_dienst using (true) with check (true);
    create policy casusbijlage_lezer on casusbijlage for select to signaalpunt_lezer using (
      exists (select 1 from signaal s where s.id = casusbijlage.stroom and (
        s.melder = (select ziet_als())
        or not s.betrokken_organisaties @> array[(select ziet_niet_van())]
          and (s.behandelaar = (select ziet_als()) or s.behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(s.id, s.behandelaar))
          and (s.niveau = 'lokaal' or is_toegestaan(s.id, s.niveau, null, casusbijlage.soort)))));
    create policy casusbijlage_partner on casusbijlage for select to signaalpunt_partner using (
      stroom = (select link_stroom()) and is_toegestaan(stroom, null, (select link_verzoek()), soort));

    alter table toestemming enable row level security;
    alter table toestemming force row level security;
    create policy toestemming_dienst on toestemming to signaalpunt_dienst using (true) with check (true);
    create policy toestemming_lezer on toestemming for select to signaalpunt_lezer using (
      exists (select 1 from signaal s where s.id = toestemming.stroom
        and (not s.betrokken_organisaties @> array[(select ziet_niet_van())] or s.melder = (select current_setting('app.persoon', true)))
        and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id))));
    create policy toestemming_partner on toestemming for select to signaalpunt_partner using (
      stroom = (select link_stroom()) and verzoek = (select link_verzoek()));

    -- The key lies with what it opens: also for the filer whose employer it concerns, and for the party of one verzoek.
    drop policy signaalsleutel_lezer on signaalsleutel;
    create policy signaalsleutel_lezer on signaalsleutel for select to signaalpunt_lezer using (
      exists (select 1 from signaal s where s.id = signaalsleutel.stroom
        and (not s.betrokken_organisaties @> array[(select ziet_niet_van())] or s.melder = (select current_setting('app.persoon', true)))
        and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id))));
    create policy signaalsleutel_partner on signaalsleutel for select to signaalpunt_partner using (stroom = (select link_stroom()));`;
