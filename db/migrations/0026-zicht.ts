import { Migration } from '@mikro-orm/migrations';

/**
 * Who sees a signaal, for PostgreSQL itself to decide: from its own tables and from who asks (`app.persoon`), whatever the code passes
 * along. The same rule as `magZien` in domain/bevoegdheden.ts.
 */
export class Zicht extends Migration {
  override up(): void {
    this.addSql(KIJKER);
    this.addSql(SIGNAAL);
    for (const tabel of VAN_EEN_SIGNAAL) this.addSql(zoalsHetSignaal(tabel));
    for (const tabel of VAN_EEN_PERSOON) this.addSql(vanHaarzelf(tabel));
    for (const tabel of VAN_DE_DIENST) this.addSql(vanDeDienst(tabel));
    this.addSql(SLOT);
    this.addSql(POST);
    this.addSql(MELDINGEN);
  }
}

/**
 * Their bodies are parsed when they are made, so no search_path can turn them. They read as their owner, who sees every row: a policy
 * that asked the table of its own rows would go round.
 */
const KIJKER = `
    -- Her own id, when she has a role in which signalen are seen.
    create function ziet_als() returns text language sql stable security definer
      return (select g.id from gebruiker g
        where g.id = current_setting('app.persoon', true) and g.actief
          and g.rollen && array['metgezel', 'oco_consulent', 'regiocoordinator', 'landelijk_team', 'programmaleiding']);

    create function ziet_alles() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and g.actief
          and g.rollen && array['landelijk_team', 'programmaleiding']);

    create function ziet_regios() returns text[] language sql stable security definer
      return (select g.regios from gebruiker g
        where g.id = current_setting('app.persoon', true) and g.actief and 'regiocoordinator' = any(g.rollen));

    -- No organisatie has the empty id, so that people without an employer are kept from nothing.
    create function ziet_niet_van() returns text language sql stable security definer
      return (select coalesce(g.organisatie, '') from gebruiker g where g.id = current_setting('app.persoon', true));

    -- For whom she ever deputises, when she may see signalen.
    create function neemt_waar_voor() returns text[] language sql stable security definer
      return array(select w.afwezige from waarneming w where w.waarnemer = ziet_als());

    -- Whether she does so today, on the clock of that stream.
    create function neemt_nu_waar(van_stroom uuid, van_wie text) returns boolean language sql stable security definer
      return exists (
        select from waarneming w join stroom s on s.id = van_stroom
         where w.waarnemer = current_setting('app.persoon', true) and w.afwezige = van_wie
           and (greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond')
                  at time zone 'Europe/Amsterdam')::date between w.van and w.tot);

    create function is_beheer() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and g.actief and 'functioneel_beheer' = any(g.rollen));

    -- What she may see otherwise than by its region, and perhaps a few more. A way to few among many: an index on an array cannot be used for a
    -- condition of a query before the policy has passed each row.
    create function eigen_signalen() returns setof uuid language sql stable security definer
    begin atomic
      select id from signaal where melder = current_setting('app.persoon', true)
      union all select id from signaal where behandelaar = current_setting('app.persoon', true)
      union all select id from signaal where behandelaars @> array[current_setting('app.persoon', true)]
      union all select id from signaal where meedenkers @> array[current_setting('app.persoon', true)]
      union all select id from signaal where behandelaar = any (neemt_waar_voor())
      union all select id from signaal where eerdere_regios && ziet_regios();
    end;`;

const SIGNAAL = `
    alter table signaal enable row level security;
    alter table signaal force row level security;
    create policy signaal_dienst on signaal to signaalpunt_dienst using (true) with check (true);
    create policy signaal_lezer on signaal for select to signaalpunt_lezer using (
      melder = (select ziet_als())
      or (select ziet_alles())
      or regio = any ((select ziet_regios())::text[])
      or eerdere_regios && (select ziet_regios())
      or behandelaar = (select ziet_als())
      or behandelaars @> array[(select ziet_als())]
      or meedenkers @> array[(select ziet_als())]
      or behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(id, behandelaar));
    create policy signaal_conflict on signaal as restrictive for select to signaalpunt_lezer using (
      melder = (select current_setting('app.persoon', true)) or organisatie is distinct from (select ziet_niet_van()));`;

/** What is about one signaal is seen by who sees that. */
const VAN_EEN_SIGNAAL = [
  'stroom',
  'gebeurtenis',
  'tekst',
  'partij',
  'bericht',
  'bijlage',
  'signaalsleutel',
  'partnerlink',
];
/** What somebody chose for herself. */
const VAN_EEN_PERSOON = ['afmelding', 'agendasleutel', 'werktijd'];
/** What no person reads. */
const VAN_DE_DIENST = [
  'geheim',
  'ingevuld',
  'inlogpoging',
  'opdracht',
  'partnercode',
  'partnersessie',
  'sessie',
  'simulatie',
  'sleutel',
  'verbruik',
  'waakhondronde',
  'waarnemingpost',
];

function vanDeDienst(tabel: string): string {
  return `
    alter table ${tabel} enable row level security;
    alter table ${tabel} force row level security;
    create policy ${tabel}_dienst on ${tabel} to signaalpunt_dienst using (true) with check (true);`;
}

function zoalsHetSignaal(tabel: string): string {
  const sleutel = tabel === 'stroom' ? 'stroom.id' : `${tabel}.stroom`;
  return `${vanDeDienst(tabel)}
    create policy ${tabel}_lezer on ${tabel} for select to signaalpunt_lezer
      using (exists (select 1 from signaal s where s.id = ${sleutel}));`;
}

function vanHaarzelf(tabel: string): string {
  return `${vanDeDienst(tabel)}
    create policy ${tabel}_lezer on ${tabel} for select to signaalpunt_lezer
      using (gebruiker = (select current_setting('app.persoon', true)));`;
}

/** Who acts locks what she sees; it takes the right to change a column, with which nothing can be changed. */
const SLOT = `
    create policy stroom_slot on stroom for update to signaalpunt_lezer
      using (exists (select 1 from signaal s where s.id = stroom.id)) with check (false);`;

/** A mail may be about several signalen: that it waits may be known to who sees one of them. What is in it she has no right to. */
const POST = `${vanDeDienst('zending')}
    create policy zending_lezer on zending for select to signaalpunt_lezer
      using (exists (select 1 from bericht b where b.zending = zending.id));`;

const MELDINGEN = `${vanDeDienst('waakhondmelding')}
    create policy waakhondmelding_lezer on waakhondmelding for select to signaalpunt_lezer using ((select is_beheer()));`;
