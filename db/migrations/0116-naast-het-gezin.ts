import { Migration } from '@mikro-orm/migrations';

/** A coordinator who takes up at lokaal what nobody handled does not read who it is about by that: only who works with families does. */
export class NaastHetGezin extends Migration {
  override up(): void {
    this.addSql(`
      create function staat_naast_gezin(wie text) returns boolean language sql stable security definer
        return exists (select from gebruiker g where g.id = wie and g.rollen && array['metgezel', 'oco_consulent']);
      drop policy casusbijlage_lezer on casusbijlage;
      create policy casusbijlage_lezer on casusbijlage for select to signaalpunt_lezer using (
        exists (select 1 from signaal s where s.id = casusbijlage.stroom and not s.gewist and (
          s.melder = (select ziet_als())
          or not s.betrokken_organisaties @> array[(select ziet_niet_van())]
            and (s.behandelaar = (select ziet_als()) or s.behandelaar = any ((select neemt_waar_voor())::text[]) and neemt_nu_waar(s.id, s.behandelaar))
            and (s.niveau = 'lokaal' and staat_naast_gezin(s.behandelaar)
              or is_toegestaan(s.id, case s.niveau when 'lokaal' then 'regionaal' else s.niveau end, null, casusbijlage.soort)))));`);
  }
}
