import { Migration } from '@mikro-orm/migrations';

/** The consulent on whose behalf was filed reads what came of the patroon too. */
export class PatroonantwoordVoorConsulent extends Migration {
  override up(): void {
    this.addSql(`
      alter policy gebeurtenis_partner on gebeurtenis using (
        stroom = (select link_stroom()) and case when (select link_verzoek()) is null
      then soort = any (array['ingediend', 'verzoek_gedaan', 'verzoek_beantwoord', 'uitkomst_gemeld', 'teruggekoppeld', 'patroonantwoord_gegeven', 'heropend'])
      else data ->> 'verzoek' = (select link_verzoek()) end);`);
  }
}
