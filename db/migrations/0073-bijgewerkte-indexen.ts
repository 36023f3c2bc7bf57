import { Migration } from '@mikro-orm/migrations';

/**
 * What is added to an index on arrays stands in it at once. PostgreSQL puts it on a list first, of up to 4 MB, which every query reads to its end: who
 * was led to her own signalen paid for what others had filed since the list was last worked off.
 */
export class BijgewerkteIndexen extends Migration {
  override up(): void {
    for (const index of ['wegen', 'elders', 'behandelaars', 'doelgroepen', 'knelpunttypen'])
      this.addSql(
        `alter index signaal_${index}_index set (fastupdate = off); select gin_clean_pending_list('signaal_${index}_index');`,
      );
  }
}
