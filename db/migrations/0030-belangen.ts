import { Migration } from '@mikro-orm/migrations';

/** Which organisations a signaal concerns, and whether the clock has told programmaleiding of it: what decides on who may see it. */
export class Belangen extends Migration {
  override up(): void {
    this.addSql(`
      update stroom s set staat = s.staat || '{"programmaleidingWeet": true}'
       where exists (select from gebeurtenis g where g.stroom = s.id and g.soort in ('gemeld', 'herinnerd')
                       and g.data -> 'aan' ->> 'soort' = 'programmaleiding');`);
    this.addSql(`alter table signaal add column betrokken_organisaties text[] not null default '{}';`);
    this.addSql(`alter table signaal add column programmaleiding_weet boolean not null default false;`);
    this.addSql(`
      update signaal r
         set programmaleiding_weet = s.staat ? 'programmaleidingWeet',
             betrokken_organisaties = array(
               select distinct o from (
                 select r.organisatie union all select v ->> 'organisatie' from jsonb_array_elements(s.staat -> 'verzoeken') v
               ) x (o) where o is not null order by o)
        from stroom s where s.id = r.id;`);
    this.addSql(WIE_LEEST);
    this.addSql(CONFLICT);
    for (const tabel of ['partij', 'bijlage', 'signaalsleutel', 'partnerlink']) this.addSql(lezer(tabel, VRIJ));
    this.addSql(lezer('gebeurtenis', 'true'));
    this.addSql(lezer('tekst', `${VRIJ} or ${EIGEN_TEKST}`));
    this.addSql(lezer('bericht', `${VRIJ} or bericht.gebruiker = ${WIE}`));
  }
}

const WIE = `(select current_setting('app.persoon', true))`;
const VRIJ = `not s.betrokken_organisaties @> array[(select ziet_niet_van())]`;
const EIGEN_TEKST = `tekst.veld = 'terugkoppeling'
        or exists (select 1 from gebeurtenis g where g.stroom = tekst.stroom and g.volgnummer = tekst.volgnummer
                      and (g.door = ${WIE} or g.soort = 'verzoek_gedaan' and g.data ->> 'persoon' = ${WIE}))`;

const WIE_LEEST = `
    -- Who sees all signalen for the figures, and reads one once the clock has told of it.
    create function leest_na_melding() returns boolean language sql stable security definer
      return exists (select from gebruiker g
        where g.id = current_setting('app.persoon', true) and g.actief
          and 'programmaleiding' = any(g.rollen) and not 'landelijk_team' = any(g.rollen));

    -- Whether who asks has to do with that signaal, otherwise than by seeing all.
    create function is_betrokken(signaal_id uuid) returns boolean language sql stable security definer
      return exists (
        select from signaal s
         where s.id = signaal_id
           and (s.melder = ziet_als() or s.behandelaar = ziet_als() or s.behandelaars @> array[ziet_als()]
                or s.meedenkers @> array[ziet_als()] or s.regio = any (ziet_regios()) or s.eerdere_regios && ziet_regios()
                or s.behandelaar = any (neemt_waar_voor()) and neemt_nu_waar(s.id, s.behandelaar)));`;

const CONFLICT = `
    alter policy signaal_conflict on signaal using (
      melder = ${WIE} or not betrokken_organisaties @> array[(select ziet_niet_van())]);`;

function lezer(tabel: string, mits: string): string {
  return `
    alter policy ${tabel}_lezer on ${tabel} using (
      exists (select 1 from signaal s where s.id = ${tabel}.stroom and (${mits})
        and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id))));`;
}
