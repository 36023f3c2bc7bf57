import { Migration } from '@mikro-orm/migrations';

/** Which decision it is, is what somebody wrote: it goes to where it can be erased, out of the record that nobody can change. */
export class Besluitteksten extends Migration {
  override up(): void {
    this.addSql(`
      insert into tekst (stroom, volgnummer, veld, inhoud)
      select stroom, volgnummer, 'besluit.soort', ${SOORT} from gebeurtenis
       where soort in ('ingediend', 'aangevuld') and ${SOORT} is not null
      on conflict do nothing;`);
    this.addSql('alter table gebeurtenis disable trigger gebeurtenis_onveranderlijk;');
    this.addSql(`
      update gebeurtenis set data = data #- '{gegevens,besluit,soort}' #- '{besluit,soort}'
       where soort in ('ingediend', 'aangevuld') and ${SOORT} is not null;`);
    this.addSql('alter table gebeurtenis enable trigger gebeurtenis_onveranderlijk;');
  }
}

const SOORT = `coalesce(data #>> '{gegevens,besluit,soort}', data #>> '{besluit,soort}')`;
