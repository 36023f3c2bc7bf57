import { Migration } from '@mikro-orm/migrations';

/** Who keeps the terms sees of what is to be erased nothing that concerns their own employer, as everybody. */
export class WissenZonderBelang extends Migration {
  override up(): void {
    this.addSql(`
      create function betreft_eigen_werkgever(signaal_id uuid) returns boolean language sql stable security definer
        return exists (select from signaal s
          where s.id = signaal_id and s.betrokken_organisaties @> array[(select ziet_niet_van())]);
      drop policy wissing_lezer on wissing;
      create policy wissing_lezer on wissing for select to signaalpunt_lezer using (
        (select leest_wissingen()) and case when (select is_beheer()) then not betreft_eigen_werkgever(stroom)
          else exists (select 1 from signaal s where s.id = wissing.stroom) end);`);
  }
}
