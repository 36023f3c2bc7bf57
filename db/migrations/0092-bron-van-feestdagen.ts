import { Migration } from '@mikro-orm/migrations';

/**
 * The days that we seeded name the decree itself, not the site that told of it. That is no other calendar, so no term is counted anew;
 * what a person wrote stays.
 */
export class BronVanFeestdagen extends Migration {
  override up(): void {
    this.addSql(`
      alter table feestdag disable trigger feestdag_verhoogt_kalender;
      update feestdag set bron =
        case when datum < '2026-01-01'
          then 'Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025 met een algemeen erkende feestdag (Algemene termijnenwet, artikel 3, derde lid)'
          else 'Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028 met een algemeen erkende feestdag (Algemene termijnenwet, artikel 3, derde lid)'
        end
       where bron like '%https://sterfgeval.nl/%';
      alter table feestdag enable trigger feestdag_verhoogt_kalender;`);
  }
}
