import { Migration } from '@mikro-orm/migrations';

/**
 * What the policies of signaal ask reads settings and rows and changes nothing, so PostgreSQL may look through many signalen with more than one process at
 * a time. Those that read settings are as much part of the query as before.
 */
export class ZichtInDelen extends Migration {
  override up(): void {
    this.addSql(`
      alter function ziet_als() parallel safe;
      alter function ziet_alles() parallel safe;
      alter function ziet_regios() parallel safe;
      alter function ziet_niet_van() parallel safe;
      alter function neemt_waar_voor() parallel safe;
      alter function neemt_regios_waar() parallel safe;
      alter function neemt_nu_waar parallel safe;
      alter function neemt_nu_regio_waar parallel safe;`);
  }
}
