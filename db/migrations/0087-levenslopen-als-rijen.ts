import { Migration } from '@mikro-orm/migrations';

/** How each signaal went, in columns of a type of their own: figures over a year read them several times as fast as jsonb, of which each field is looked for by name. */
export class LevenslopenAlsRijen extends Migration {
  override up(): void {
    this.addSql(`
      create type verblijf as (niveau text, van date, tot date, eerder date);
      create type partijvraag as (verzoek text, organisatie text, gesteld date, geantwoord date, stil boolean, eerder date);
      create type afsluiting as (op date, soort text, terugkoppeling text, terugblik text, heropend boolean, effect jsonb);
      alter table signaal add column verblijven verblijf[], add column vragen partijvraag[], add column sluitingen afsluiting[],
        add column systeemreden text, alter column levensloop drop not null;`);
    this.addSql(ALS_RIJEN);
    this.addSql(`
      alter table signaal alter column verblijven set not null, alter column vragen set not null, alter column sluitingen set not null,
        drop column levensloop;`);
  }
}

/** What levensloop held, with days in Amsterdam for instants, and when the same was so the time before. */
export const ALS_RIJEN = `
  update signaal r set
    verblijven = array(
      select row (x.niveau, x.van, x.tot, lag(x.tot) over (partition by x.niveau order by x.nr))::verblijf
        from (select x.niveau, (x.van at time zone 'Europe/Amsterdam')::date as van, (x.tot at time zone 'Europe/Amsterdam')::date as tot, x.nr
                from rows from (jsonb_to_recordset(r.levensloop -> 'verblijven') as (niveau text, van timestamptz, tot timestamptz))
                  with ordinality as x (niveau, van, tot, nr)) x order by x.nr),
    vragen = array(
      select row (x.verzoek, x.organisatie, x.gesteld, x.geantwoord, x.stil,
                  lag(x.gesteld) over (partition by x.organisatie order by x.nr))::partijvraag
        from (select x.verzoek, x.organisatie, (x.gesteld at time zone 'Europe/Amsterdam')::date as gesteld,
                     (x.geantwoord at time zone 'Europe/Amsterdam')::date as geantwoord, x.stil, x.nr
                from rows from (jsonb_to_recordset(r.levensloop -> 'vragen')
                  as (verzoek text, organisatie text, gesteld timestamptz, geantwoord timestamptz, stil boolean))
                  with ordinality as x (verzoek, organisatie, gesteld, geantwoord, stil, nr)) x order by x.nr),
    sluitingen = array(
      select row ((x.op at time zone 'Europe/Amsterdam')::date, x.soort, x.terugkoppeling, x.terugblik, x.heropend, x.effect)::afsluiting
        from rows from (jsonb_to_recordset(r.levensloop -> 'sluitingen')
          as (op timestamptz, soort text, terugkoppeling text, terugblik text, heropend boolean, effect jsonb))
          with ordinality as x (op, soort, terugkoppeling, terugblik, heropend, effect, nr) order by x.nr),
    systeemreden = r.levensloop ->> 'systeemreden',
    levensloop = null;`;
