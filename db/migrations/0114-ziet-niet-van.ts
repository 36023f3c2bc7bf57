import { Migration } from '@mikro-orm/migrations';

/**
 * Who keeps the service running hears of the guard nothing that concerns their own employer, as everybody; and the filer whose employer a
 * signaal concerns does not find, beside what the family allows, that others asked a party.
 */
export class ZietNietVan extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function betreft_eigen_werkgever(signaal_id uuid) returns boolean language sql stable security definer
        return exists (select from signaal s
            where s.id = signaal_id and s.betrokken_organisaties @> array[(select ziet_niet_van())])
          or exists (select from patroon p where p.id = signaal_id and p.organisatie = (select ziet_niet_van()));
      drop policy waakhondmelding_lezer on waakhondmelding;
      create policy waakhondmelding_lezer on waakhondmelding for select to signaalpunt_lezer using (
        (select is_beheer()) and not betreft_eigen_werkgever(stroom)
          or soort = 'logboek_blijft_staan' and (select leest_logboek()));
      drop policy toestemming_lezer on toestemming;
      create policy toestemming_lezer on toestemming for select to signaalpunt_lezer using (
        exists (select 1 from signaal s where s.id = toestemming.stroom
          and (not s.betrokken_organisaties @> array[(select ziet_niet_van())]
            or s.melder = (select current_setting('app.persoon', true))
              and (toestemming.verzoek is null or toestemming.door = (select current_setting('app.persoon', true))))
          and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id))));`);
  }
}
