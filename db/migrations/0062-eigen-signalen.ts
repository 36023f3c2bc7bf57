import { Migration } from '@mikro-orm/migrations';

/**
 * What somebody sees by filing it is walked in the order of a list, as what is seen by its region is: `eigen_signalen` leads to the rest alone,
 * which is little. Until now it led to everything that anybody filed, handled or coordinates.
 */
export class EigenSignalen extends Migration {
  override up(): void {
    this.addSql(WEGEN);
    this.addSql(EIGEN);
    this.addSql(POLICIES);
  }
}

const WEGEN = `
    -- Who thinks along, and who handled it and did not file it, these with the region that it is in now, so that who sees that anyway need not be led to it.
    create function wegen(melder text, behandelaars text[], meedenkers text[], regio text) returns text[] language sql immutable
      return array(select distinct wie || '@' || coalesce(regio, '') from unnest(behandelaars) as wie where wie <> melder) || meedenkers;

    drop index signaal_meedenkers_index, signaal_eerdere_regios_index, signaal_eigen_werk_index;
    drop index signaal_open_behandelaars_index, signaal_open_meedenkers_index, signaal_open_eerdere_regios_index;
    create index signaal_wegen_index on signaal using gin (wegen(melder, behandelaars, meedenkers, regio));
    create index signaal_elders_index on signaal using gin (array_remove(eerdere_regios, regio));
    create index signaal_meldertermijn_index on signaal (melder, coalesce(termijn_op, 'infinity'), id);`;

/** That of 0035, and that of 0040. */
const EIGEN = `
    -- What somebody sees otherwise than by filing it or by the region where it is, and perhaps a few more.
    create or replace function eigen_signalen() returns setof uuid language sql stable security definer
    begin atomic
      with gebied as (select ziet_regios() || neemt_regios_waar() as regios)
      select id from signaal
       where wegen(melder, behandelaars, meedenkers, regio) && array(
         select current_setting('app.persoon', true) || r.waar from gebied, (
           select code, '@' || code as waar from regio union all values (null, '@'), (null, '')) r
          where r.code is null or r.code <> all (gebied.regios))
      union all select id from signaal where array_remove(eerdere_regios, regio) && (select regios from gebied)
      union all select id from signaal where behandelaar = any (neemt_waar_voor());
    end;

    -- Of those what is open.
    create or replace function eigen_open_signalen() returns setof uuid language sql stable security definer
    begin atomic
      with gebied as (select ziet_regios() || neemt_regios_waar() as regios)
      select id from signaal
       where wegen(melder, behandelaars, meedenkers, regio) && array(
         select current_setting('app.persoon', true) || r.waar from gebied, (
           select code, '@' || code as waar from regio union all values (null, '@'), (null, '')) r
          where r.code is null or r.code <> all (gebied.regios)) and status <> 'afgesloten'
      union all select id from signaal where array_remove(eerdere_regios, regio) && (select regios from gebied) and status <> 'afgesloten'
      union all select id from signaal where behandelaar = any (neemt_waar_voor()) and status <> 'afgesloten';
    end;`;

/** The same sight: what settles most rows first, and elements looked for rather than arrays compared, which takes a fifth of the time. */
const POLICIES = `
    alter policy signaal_lezer on signaal using (
      (select ziet_alles())
      or regio = any ((select ziet_regios())::text[])
      or (select ziet_als()) = any (array[melder, behandelaar])
      or (select ziet_als()) = any (behandelaars)
      or (select ziet_als()) = any (meedenkers)
      or eerdere_regios && (select ziet_regios())
      or behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(id, behandelaar)
      or eerdere_regios || regio && (select neemt_regios_waar()) and neemt_nu_regio_waar(id, eerdere_regios || regio));
    alter policy signaal_conflict on signaal using (
      (select ziet_niet_van()) = '' or melder = (select current_setting('app.persoon', true))
      or not (select ziet_niet_van()) = any (betrokken_organisaties));`;
