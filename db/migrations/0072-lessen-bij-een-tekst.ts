import { Migration } from '@mikro-orm/migrations';

/** Of the lessen that share words with a text each is looked up by itself: at most 200, however many there are. */
export class LessenBijEenTekst extends Migration {
  override up(): void {
    this.addSql(`
    create or replace function lessen_bij(tekst text, codes text[], vandaag date, niet_uit uuid, hoogstens int) returns setof uuid
      language sql stable security definer rows 3
    begin atomic
      with stam as materialized (select zoekstammen(tekst) as stam),
        treffer as materialized (
          select s.stam, l.id, count(*) over (partition by s.stam) as hoeveel
            from stam s cross join lateral (
              select x.id from les x where x.woorden @@ quote_literal(s.stam)::tsquery and x.status = 'geldig' limit 401) l),
        woord as materialized (
          select t.id, count(*) as aantal, sum(ln(1000.0 / t.hoeveel)) as gewicht
            from treffer t where t.hoeveel <= 400 group by t.id order by gewicht desc, t.id limit 200),
        les_erbij as (
          select l.id, w.aantal, w.gewicht, l.bron, l.geldig_tot, l.niet_voor,
                 (select count(*) from unnest(l.knelpunttypen || l.wetten || l.doelgroepen) c where c = any (codes)) as gelijk
            from woord w cross join lateral (select x.* from les x where x.id = w.id and x.status = 'geldig' offset 0) l)
      select e.id from les_erbij e
       where (e.aantal > 1 or e.gelijk > 0) and e.geldig_tot >= vandaag and e.bron is distinct from niet_uit
         and not e.niet_voor @> array[ziet_niet_van()]
       order by e.gewicht + 0.5 * e.gelijk desc, e.id limit hoogstens;
    end;`);
  }
}
