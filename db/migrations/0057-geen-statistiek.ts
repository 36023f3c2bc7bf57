import { Migration } from '@mikro-orm/migrations';

/**
 * No statistics of what people write: `analyze` copies values into pg_statistic, where they stay when the last row of a table is gone. No
 * query asks for any of these values.
 */
export class GeenStatistiek extends Migration {
  override up(): void {
    for (const [tabel, kolommen] of Object.entries(GESCHREVEN))
      for (const kolom of kolommen)
        this.addSql(`
          alter table ${tabel} alter column ${kolom} set statistics 0;
          select pg_clear_attribute_stats('public', '${tabel}', '${kolom}', false);`);
  }
}

const GESCHREVEN = {
  bijlage: ['naam', 'inhoud'],
  casusbijlage: ['naam', 'inhoud'],
  concept: ['inhoud'],
  ingevuld: ['velden'],
  signaalsleutel: ['sleutel'],
  tekst: ['inhoud'],
  wissing: ['reden', 'behouden_reden'],
  zending: ['onderwerp', 'inhoud', 'html'],
};
