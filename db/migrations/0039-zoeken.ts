import { Migration } from '@mikro-orm/migrations';

/**
 * By which words a signaal is found: of every word the word itself, each end of it, so that its parts are found, and its stem. Triggers keep
 * it, so that what is erased is not found either, whoever erases it.
 */
export class Zoeken extends Migration {
  override up(): void {
    this.addSql(WOORDEN);
    this.addSql(TABEL);
    this.addSql(BIJHOUDEN);
    this.addSql(VRAAG);
    this.addSql(VINDEN);
    for (const tabel of ['signaal', 'tekst']) this.addSql(`alter table ${tabel} no force row level security;`);
    this.addSql('insert into zoekwoorden (stroom, woorden) select id, zoekwoorden_van(id) from signaal;');
    for (const tabel of ['signaal', 'tekst']) this.addSql(`alter table ${tabel} force row level security;`);
    this.addSql(ZICHT);
  }
}

const WOORDEN = `
    -- Without a list of words that it passes over: who looks for "niet" must find it.
    create text search dictionary nederlandse_stam (template = snowball, language = dutch);

    -- Without accents, capitals and signs.
    create function kale_tekst(tekst text) returns text language sql stable
      return regexp_replace(lower(unaccent(tekst)), '[^[:alnum:]]+', ' ', 'g');

    create function zoekdelen(tekst text) returns setof text language sql stable
    begin atomic
      with w as (select distinct left(woord, 40) as woord from regexp_split_to_table(trim(kale_tekst(tekst)), ' ') as woord
                  where woord <> '')
      select woord from w
      union select substr(woord, n) from w, generate_series(2, length(woord) - 3) as n
      union select '=' || stam from w, unnest(ts_lexize('nederlandse_stam'::regdictionary, woord)) as stam;
    end;

    -- What everybody knows who sees no more of it than its line: its number, organisatie and gemeente.
    create function regeldelen(nummer text, organisatie text, gemeente text) returns tsvector language sql immutable
      return array_to_tsvector(array_remove(
        array['#' || substr(nummer, 3), '#' || ltrim(split_part(nummer, '-', 3), '0'), 'o:' || organisatie, 'g:' || gemeente], null));

    -- More words than this do not fit. Where people are mailed is no word to be found by.
    create function zoekwoorden_van(signaal_id uuid) returns tsvector language sql stable
      return (select regeldelen(s.nummer, s.organisatie, s.gemeente)
                     || array_to_tsvector(array(select 'o:' || o from unnest(s.betrokken_organisaties) as o))
                     || array_to_tsvector(array(select distinct deel from tekst t, zoekdelen(t.inhoud) as deel
                                                 where t.stroom = s.id and t.veld not like '%.email' limit 40000))
                from signaal s where s.id = signaal_id);`;

const TABEL = `
    create table zoekwoorden (
      stroom uuid not null,
      woorden tsvector not null,
      primary key (stroom)
    ) with (toast_tuple_target = 128);
    alter table zoekwoorden add constraint zoekwoorden_stroom_foreign foreign key (stroom) references stroom (id)
      on update no action on delete cascade;
    create index zoekwoorden_woorden_index on zoekwoorden using gin (woorden) with (fastupdate = off);`;

/** As the owner: who writes texts has no right to look for them. */
const BIJHOUDEN = `
    create function zoek_tekst() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
      insert into zoekwoorden (stroom, woorden)
        select s.id, zoekwoorden_van(s.id) from signaal s where s.id in (select stroom from teksten)
        on conflict (stroom) do update set woorden = excluded.woorden;
      return null;
    end $$;
    create trigger tekst_toegevoegd after insert on tekst referencing new table as teksten
      for each statement execute function zoek_tekst();
    create trigger tekst_gewijzigd after update on tekst referencing new table as teksten
      for each statement execute function zoek_tekst();
    create trigger tekst_gewist after delete on tekst referencing old table as teksten
      for each statement execute function zoek_tekst();

    create function zoek_signaal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$ begin
      insert into zoekwoorden (stroom, woorden) values (new.id, zoekwoorden_van(new.id))
        on conflict (stroom) do update set woorden = excluded.woorden;
      return null;
    end $$;
    create trigger signaal_toegevoegd after insert on signaal for each row execute function zoek_signaal();
    create trigger signaal_verlegd after update on signaal for each row
      when ((old.organisatie, old.betrokken_organisaties) is distinct from (new.organisatie, new.betrokken_organisaties))
      execute function zoek_signaal();
    revoke execute on function zoek_tekst(), zoek_signaal() from public;`;

const VRAAG = `
    -- Every word must be in it, in whole or in part: in its texts, its number, or the name of its organisatie, its gemeente or a place there.
    create function zoekvraag(gezocht text) returns tsquery language sql stable
      return (select string_agg('(' || delen || ')', ' & ')::tsquery from (
        select string_agg(quote_literal(deel) || case when is_begin then ':*' else '' end, ' | ') as delen
          from (select distinct gevonden[1] as woord
                  from regexp_matches(lower(unaccent(gezocht)), '(?:s-)?[0-9]{4}-[0-9]{4,9}|[[:alnum:]]+', 'g') as gevonden) w
            cross join lateral (select case when length(woord) = 1 then '% ' || woord || ' %' else '% ' || woord || '%' end as patroon) p
            cross join lateral (
              select woord as deel, length(woord) > 1 as is_begin where woord not like '%-%'
              union all select '#' || ltrim(woord, 's-'), false where woord like '%-%'
              union all select '#' || ltrim(woord, '0'), false where woord ~ '^[0-9]{1,9}$'
              union all select '=' || stam, false from unnest(ts_lexize('nederlandse_stam'::regdictionary, woord)) as stam
              union all select stam, true from unnest(ts_lexize('nederlandse_stam'::regdictionary, woord)) as stam where length(stam) > 3
              union all select 'o:GM', true where length(woord) > 3 and starts_with('gemeente', woord)
              union all select 'o:' || o.id, false from organisatie o,
                               regexp_replace(kale_tekst(o.naam), '^gemeente ', '') as kaal
                         where ' ' || kaal || ' ' like patroon or length(woord) > 3 and strpos(kaal, woord) > 0
              union all select 'g:' || g.code, false from gemeente g where ' ' || kale_tekst(g.naam) || ' ' like patroon
              union all select 'g:' || n.gemeente, false from plaats n where ' ' || kale_tekst(n.naam) || ' ' like patroon
            ) d
         group by woord) per_woord);`;

/** The words are looked up in their index before anything else: to look into the words of one signaal after another takes long. */
const VINDEN = `
    -- Which signalen hold that, of what she may read, and perhaps a few more of her own; at most so many. A way to few among many: under a
    -- policy an index on words is not used.
    create function zoek_signalen(vraag tsquery, hoogstens int) returns setof uuid language plpgsql stable security definer
      set search_path = public, pg_temp set plan_cache_mode = force_custom_plan set enable_seqscan = off as $$
    declare
      ik text := ziet_als();
      niet_van text := ziet_niet_van();
      na_melding boolean := leest_na_melding();
      hele_regios text[] := coalesce(ziet_regios(), '{}');
      afwezigen text[] := neemt_waar_voor();
      waargenomen text[] := neemt_regios_waar();
    begin
      if ziet_alles() then
        return query
          with gevonden as materialized (select z.stroom from zoekwoorden z where z.woorden @@ vraag)
          select s.id from gevonden z join signaal s on s.id = z.stroom
           where not s.betrokken_organisaties @> array[niet_van]
             and (not na_melding or s.programmaleiding_weet or regeldelen(s.nummer, s.organisatie, s.gemeente) @@ vraag
                  or s.melder = ik or s.behandelaars @> array[ik] or s.meedenkers @> array[ik]
                  or s.regio = any (hele_regios) or s.eerdere_regios && hele_regios
                  or s.behandelaar = any (afwezigen) and neemt_nu_waar(s.id, s.behandelaar)
                  or s.eerdere_regios || s.regio && waargenomen and neemt_nu_regio_waar(s.id, s.eerdere_regios || s.regio))
           limit hoogstens;
      else
        return query
          with gevonden as materialized (select z.stroom from zoekwoorden z where z.woorden @@ vraag),
               haar as materialized (select id from signaal where regio = any (hele_regios || waargenomen) union select eigen_signalen())
          select s.id from haar h join gevonden z on z.stroom = h.id join signaal s on s.id = h.id
           where not s.betrokken_organisaties @> array[niet_van]
             and (s.melder = ik or s.behandelaar = ik or s.behandelaars @> array[ik] or s.meedenkers @> array[ik]
                  or s.regio = any (hele_regios) or s.eerdere_regios && hele_regios
                  or s.behandelaar = any (afwezigen) and neemt_nu_waar(s.id, s.behandelaar)
                  or s.eerdere_regios || s.regio && waargenomen and neemt_nu_regio_waar(s.id, s.eerdere_regios || s.regio))
           limit hoogstens;
      end if;
      return query select s.id from signaal s where s.melder = ik and s.betrokken_organisaties @> array[niet_van];
    end $$;`;

const ZICHT = `
    alter table zoekwoorden enable row level security;
    alter table zoekwoorden force row level security;
    create policy zoekwoorden_dienst on zoekwoorden to signaalpunt_dienst using (true) with check (true);
    create policy zoekwoorden_lezer on zoekwoorden for select to signaalpunt_lezer using (
      exists (select 1 from signaal s where s.id = zoekwoorden.stroom and (not s.betrokken_organisaties @> array[(select ziet_niet_van())])
        and (s.programmaleiding_weet or not (select leest_na_melding()) or is_betrokken(s.id))));`;
