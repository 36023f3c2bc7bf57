import { Migration } from '@mikro-orm/migrations';

/** What worked before for what somebody is telling: found by the words that few lessen have, and put in order by those. */
export class LessenBij extends Migration {
  override up(): void {
    this.addSql(STAMMEN);
    this.addSql(BIJ);
  }
}

/** The longest stems say most, and so many are looked up in any case. A word of one or two letters says nothing. */
const STAMMEN = `
    create function zoekstammen(tekst text) returns setof text language sql stable
    begin atomic
      select '=' || s from unnest(tsvector_to_array(to_tsvector('dutch', kale_tekst(tekst)))) as s
       where length(s) > 2 order by length(s) desc, s limit 40;
    end;`;

/**
 * At least two of the words, or one where a code is the same; the words decide, the codes help. A word that more than 400 lessen have is in most texts, and is left out: so
 * the work is bounded however many there are.
 */
const BIJ = `
    create function lessen_bij(tekst text, codes text[], vandaag date, niet_uit uuid, hoogstens int) returns setof uuid
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
            from woord w join les l on l.id = w.id and l.status = 'geldig')
      select e.id from les_erbij e
       where (e.aantal > 1 or e.gelijk > 0) and e.geldig_tot >= vandaag and e.bron is distinct from niet_uit
         and not e.niet_voor @> array[ziet_niet_van()]
       order by e.gewicht + 0.5 * e.gelijk desc, e.id limit hoogstens;
    end;`;
