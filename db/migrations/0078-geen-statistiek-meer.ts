import { Migration } from '@mikro-orm/migrations';

/** As 0057, for what people write that came later or was not in it: of these columns too PostgreSQL kept values in pg_statistic. */
export class GeenStatistiekMeer extends Migration {
  override up(): void {
    for (const [tabel, kolommen] of Object.entries(GESCHREVEN))
      for (const kolom of kolommen)
        this.addSql(`
          alter table ${tabel} alter column ${kolom} set statistics 0;
          select pg_clear_attribute_stats('public', '${tabel}', '${kolom}', false);`);
  }
}

const GESCHREVEN = {
  bewaarde_weergave: ['naam', 'filter'],
  gebruiker: ['naam', 'email', 'telefoon'],
  gebruikerwijziging: ['reden', 'voor', 'na'],
  les: ['titel', 'wat_werkte', 'opmerking', 'woorden'],
  loginhoud: ['voor', 'na'],
  loketwijziging: ['reden', 'voor', 'na'],
  patroonvoorstel: ['reden'],
  rapport: ['inhoud', 'teksten'],
  sluiting: ['reden'],
};
