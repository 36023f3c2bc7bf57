import { Migration } from '@mikro-orm/migrations';

/** Who decides about erasing is told that a signaal is open, or was opened again, and an auditor that lines of the log stay. */
export class WissenWacht extends Migration {
  override up(): void {
    this.addSql(`
      create function gesloten_op(signaal_id uuid) returns timestamptz language sql stable security definer
        return (select s.afgesloten_op from signaal s
                 where s.id = signaal_id and s.status = 'afgesloten' and leest_wissingen());
      drop policy waakhondmelding_lezer on waakhondmelding;
      create policy waakhondmelding_lezer on waakhondmelding for select to signaalpunt_lezer
        using ((select is_beheer()) or soort = 'logboek_blijft_staan' and (select leest_logboek()));`);
  }
}
