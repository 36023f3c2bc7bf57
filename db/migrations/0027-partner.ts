import { Migration } from '@mikro-orm/migrations';

/**
 * What the holder of a link sees: of a party's link one verzoek, of a consulent's what became of the signaal. Which link, PostgreSQL looks
 * up from its id (`app.link`); one that was withdrawn shows nothing.
 */
export class Partner extends Migration {
  override up(): void {
    this.addSql(`
      create function link_stroom() returns uuid language sql stable security definer
        return (select l.stroom from partnerlink l
          where l.id::text = current_setting('app.link', true) and l.ingetrokken_op is null);

      -- null for the link of a consulent.
      create function link_verzoek() returns text language sql stable security definer
        return (select l.verzoek from partnerlink l
          where l.id::text = current_setting('app.link', true) and l.ingetrokken_op is null);

      create policy stroom_partner on stroom for select to signaalpunt_partner using (id = (select link_stroom()));
      create policy stroom_partnerslot on stroom for update to signaalpunt_partner
        using (id = (select link_stroom())) with check (false);
      create policy signaal_partner on signaal for select to signaalpunt_partner
        using (id = (select link_stroom()) and (select link_verzoek()) is null);
      create policy gebeurtenis_partner on gebeurtenis for select to signaalpunt_partner
        using (stroom = (select link_stroom()) and case when (select link_verzoek()) is null
          then soort = any (array['ingediend', 'verzoek_gedaan', 'verzoek_beantwoord', 'uitkomst_gemeld', 'teruggekoppeld', 'heropend'])
          else data ->> 'verzoek' = (select link_verzoek()) end);
      create policy tekst_partner on tekst for select to signaalpunt_partner
        using (exists (select 1 from gebeurtenis g where g.stroom = tekst.stroom and g.volgnummer = tekst.volgnummer)
          and ((select link_verzoek()) is not null
            or veld = any (array['knelpunt', 'namens.naam', 'toelichting', 'terugkoppeling'])));
      create policy partij_partner on partij for select to signaalpunt_partner
        using (stroom = (select link_stroom()) and verzoek = (select link_verzoek()));`);
  }
}
