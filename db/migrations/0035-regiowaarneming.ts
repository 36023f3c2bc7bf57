import { Migration } from '@mikro-orm/migrations';

/**
 * Who deputises for a coordinator sees what is or was in the regions of that one, on those days. The same rule as `opDatum` in
 * domain/bevoegdheden.ts.
 */
export class Regiowaarneming extends Migration {
  override up(): void {
    this.addSql(WAARNEMING);
    this.addSql(SIGNAAL);
    this.addSql(BETROKKEN);
    this.addSql(EIGEN);
  }
}

const WAARNEMING = `
    -- The regions of the coordinators for whom who asks ever deputises, when that one may see signalen.
    create function neemt_regios_waar() returns text[] language sql stable security definer
      return array(
        select unnest(a.regios) from waarneming w join gebruiker a on a.id = w.afwezige
         where w.waarnemer = ziet_als() and is_actief(a.actief_van, a.actief_tot) and 'regiocoordinator' = any(a.rollen));

    -- Whether one of them is that of a signaal on the day that it is there, on the clock of its stream.
    create function neemt_nu_regio_waar(van_stroom uuid, van_regios text[]) returns boolean language sql stable security definer
      return exists (
        select from waarneming w join gebruiker a on a.id = w.afwezige join stroom s on s.id = van_stroom
         where w.waarnemer = current_setting('app.persoon', true) and a.regios && van_regios
           and is_actief(a.actief_van, a.actief_tot) and 'regiocoordinator' = any(a.rollen)
           and (greatest(s.laatste_op, clock_timestamp() + s.klokverschil_ms * interval '1 millisecond')
                  at time zone 'Europe/Amsterdam')::date between w.van and w.tot);`;

const SIGNAAL = `
    alter policy signaal_lezer on signaal using (
      melder = (select ziet_als())
      or (select ziet_alles())
      or regio = any ((select ziet_regios())::text[])
      or eerdere_regios && (select ziet_regios())
      or behandelaar = (select ziet_als())
      or behandelaars @> array[(select ziet_als())]
      or meedenkers @> array[(select ziet_als())]
      or behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(id, behandelaar)
      or eerdere_regios || regio && (select neemt_regios_waar()) and neemt_nu_regio_waar(id, eerdere_regios || regio));`;

/** That of 0030. */
const BETROKKEN = `
    create or replace function is_betrokken(signaal_id uuid) returns boolean language sql stable security definer
      return exists (
        select from signaal s
         where s.id = signaal_id
           and (s.melder = ziet_als() or s.behandelaar = ziet_als() or s.behandelaars @> array[ziet_als()]
                or s.meedenkers @> array[ziet_als()] or s.regio = any (ziet_regios()) or s.eerdere_regios && ziet_regios()
                or s.behandelaar = any (neemt_waar_voor()) and neemt_nu_waar(s.id, s.behandelaar)
                or s.eerdere_regios || s.regio && neemt_regios_waar()
                   and neemt_nu_regio_waar(s.id, s.eerdere_regios || s.regio)));`;

/** That of 0026. */
const EIGEN = `
    create or replace function eigen_signalen() returns setof uuid language sql stable security definer
    begin atomic
      select id from signaal where melder = current_setting('app.persoon', true)
      union all select id from signaal where behandelaar = current_setting('app.persoon', true)
      union all select id from signaal where behandelaars @> array[current_setting('app.persoon', true)]
      union all select id from signaal where meedenkers @> array[current_setting('app.persoon', true)]
      union all select id from signaal where behandelaar = any (neemt_waar_voor())
      union all select id from signaal where eerdere_regios && (ziet_regios() || neemt_regios_waar());
    end;`;
