import { Migration } from '@mikro-orm/migrations';

/**
 * What lists of work are narrowed to and put in order by. Of what runs already the values are worked out from the staat: which of several
 * parties is first, and from when a signaal lies still, without the calendar; the next act or milestone sets that right.
 */
export class Werkvoorraad extends Migration {
  override up(): void {
    this.addSql(`
      alter table signaal add column aan_zet text null;
      alter table signaal add column aan_zet_wie text null;
      alter table signaal add column domeindiscussie boolean not null default false;
      alter table signaal add column zonder_overdracht boolean not null default false;
      alter table signaal add column stil_op timestamptz(3) null;`);
    this.addSql(`
      update signaal r
         set domeindiscussie = (s.staat ->> 'domeindiscussie')::boolean,
             zonder_overdracht = (s.staat ->> 'zonderOverdracht')::boolean,
             aan_zet = z.soort, aan_zet_wie = z.wie,
             stil_op = case when r.status <> 'afgesloten' then
               (s.staat ->> 'laatsteDaadOp')::timestamptz
                 + ceil((b.inhoud -> 'ligtStil' ->> r.urgentie)::int * 7 / 5.0) * interval '1 day' end
        from stroom s join signaal q on q.id = s.id
          cross join lateral (select inhoud from termijnbeleid order by versie desc limit 1) b
          cross join lateral (
            select v.value ->> 'organisatie' as organisatie, v.value ->> 'persoon' as persoon
              from jsonb_array_elements(s.staat -> 'stappen') t join jsonb_array_elements(s.staat -> 'verzoeken') v
                on v.value ->> 'id' = t.value ->> 'verzoek'
             where t.value ->> 'soort' in ('vraag', 'vraag_hogerop', 'toezegging')
             union all select null, null
             limit 1) p
          cross join lateral (
            select exists (select from jsonb_array_elements(s.staat -> 'stappen') t
                            where t.value ->> 'soort' = 'pauze' and t.value ->> 'datum' is not null) as pauze,
                   exists (select from jsonb_array_elements(s.staat -> 'stappen') t where t.value ->> 'soort' = 'navraag') as navraag) x
          cross join lateral (
            select case when q.status = 'afgesloten' then null
                        when q.behandelaar is null then 'niveau'
                        when q.status = 'uitkomst_gemeld' then 'persoon'
                        when x.pauze then 'niemand'
                        when x.navraag then 'persoon'
                        when p.organisatie is not null and p.persoon is null then 'partij'
                        else 'persoon' end as soort,
                   case when q.status = 'afgesloten' or q.behandelaar is null then null
                        when q.status = 'uitkomst_gemeld' then q.behandelaar
                        when x.pauze then null
                        when x.navraag then q.melder
                        else coalesce(p.persoon, p.organisatie, q.behandelaar) end as wie) z
       where q.id = r.id;`);
    this.addSql(`
      create index signaal_werk_index on signaal (coalesce(termijn_op, 'infinity'), id) where status <> 'afgesloten';
      create index signaal_aan_zet_index on signaal (aan_zet_wie, aan_zet) where status <> 'afgesloten';`);
  }
}
