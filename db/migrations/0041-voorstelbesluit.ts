import { Migration } from '@mikro-orm/migrations';

/** Which signalen a patroonvoorstel is about, how it went before, and what a person decided. What was found before is found again. */
export class Voorstelbesluiten extends Migration {
  override up(): void {
    this.addSql(`
      delete from patroonvoorstel;
      alter table patroonvoorstel
        add column signalen uuid[] not null,
        add column verloop int[] not null,
        add column besluit text null,
        add column besluit_op timestamptz(3) null,
        add column besluit_door text null,
        add column reden text null,
        add column patroon uuid null;`);
    this.addSql(
      `create policy patroonvoorstel_lezer on patroonvoorstel for select to signaalpunt_lezer using (${ZIET});`,
    );
  }
}

/** Who sees all signalen reads patroonvoorstellen: landelijk and programmaleiding. Of a number one may not know that it is one too many: who does not see all of its signalen does not see the voorstel. */
const ZIET = `(select ziet_alles()) and not exists (
  select from unnest(signalen) x (id) where not exists (select 1 from signaal s where s.id = x.id))`;
