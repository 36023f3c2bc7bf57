import { Migration } from '@mikro-orm/migrations';

/** What is open is a small part of what there is, and what nearly every list is about: its own indexes, and its own way to what is one's own. */
export class SnelleLijsten extends Migration {
  override up(): void {
    this.addSql(`
      create index signaal_regiowerk_index on signaal (regio, coalesce(termijn_op, 'infinity'), id) where status <> 'afgesloten';
      create index signaal_termijnorde_index on signaal (coalesce(termijn_op, 'infinity'), id);
      create index signaal_regiotermijn_index on signaal (regio, coalesce(termijn_op, 'infinity'), id);
      create index signaal_eigen_werk_index on signaal (melder) where status <> 'afgesloten';
      create index signaal_oppakken_index on signaal (regio, niveau) where aan_zet = 'niveau';
      create index signaal_open_behandelaars_index on signaal using gin (behandelaars) where status <> 'afgesloten';
      create index signaal_open_meedenkers_index on signaal using gin (meedenkers) where status <> 'afgesloten';
      create index signaal_open_eerdere_regios_index on signaal using gin (eerdere_regios) where status <> 'afgesloten';`);
    this.addSql(`
      -- Of eigen_signalen() what is open.
      create function eigen_open_signalen() returns setof uuid language sql stable security definer
      begin atomic
        select id from signaal where melder = current_setting('app.persoon', true) and status <> 'afgesloten'
        union all select id from signaal where behandelaar = current_setting('app.persoon', true) and status <> 'afgesloten'
        union all select id from signaal where behandelaars @> array[current_setting('app.persoon', true)] and status <> 'afgesloten'
        union all select id from signaal where meedenkers @> array[current_setting('app.persoon', true)] and status <> 'afgesloten'
        union all select id from signaal where behandelaar = any (neemt_waar_voor()) and status <> 'afgesloten'
        union all select id from signaal where eerdere_regios && (ziet_regios() || neemt_regios_waar()) and status <> 'afgesloten';
      end;`);
  }
}
