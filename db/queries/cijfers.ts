import { codesVan, type Uitkomst } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOS } from '#domain/beleid/regios.ts';
import { CIJFERCODES } from '#domain/cijfers.ts';
import { EFFECTLIJSTEN } from '#domain/signaal/gezinseffect.ts';
import type { Datum, Tijdstip } from '#domain/tijd/amsterdam.ts';

import { list, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { TE_LAAT } from './filter.ts';
import { EFFECTEN, isGeteld, opDagen, SLUITINGCODES, SLUITINGEISEN, VAN_MENSEN } from './geteld.ts';
import { werkdagenTussen } from './klok.ts';
import { geheel, type Lijstzicht, zichtbaar, zonderBelang } from './zicht.ts';

/** What is counted: within which regions (null for everywhere), and between which instants it happened. */
export interface Cijfervraag {
  regios: readonly Regio[] | null;
  vanaf: Tijdstip;
  voor: Tijdstip;
  /** When the months begin that those days are in, the first first. */
  maanden: readonly Tijdstip[];
  /** Instants, the earliest first, that part what is open by when it was filed. */
  grenzen: readonly Tijdstip[];
  /** With which uitkomsten a signaal was worked on to its end. */
  uitkomsten: readonly Uitkomst[];
  /** With how many questions an organisatie is named. */
  genoeg: number;
  /** On which of the days from Monday to Friday nobody works, the first first; at least those of ten years back. */
  vrij: readonly Datum[];
}

const niveau = oneOf(codesVan('niveau'));
const regio = oneOf(REGIOS.map(({ code }) => code));
/** By which of the `maanden` it was filed in, the first being 1. */
const INSTROOM = { maand: number, regio, aantal: number };
/** Open now, by the number of `grenzen` that lie at or before its filing. */
const OPEN = { vak: number, aantal: number };
const TE_LAAT_RIJ = { niveau, regio, open: number, teLaat: number };
/** Closed, and closed still. */
const AFGEHANDELD_RIJ = { niveau, regio, uitkomst: oneOf(codesVan('uitkomst')), aantal: number };
/** Stays that ended, of how many signalen, and within how many working days half and nine out of ten of them did. */
const DOORLOOPTIJD = { niveau, signalen: number, verblijven: number, mediaan: number, negentig: number };
const REDEN = { systeemreden: oneOf(codesVan('systeemreden')), aantal: number };
/** Questions asked, in how many signalen, of how many an answer came or never will, and within how many working days half of the answers did. */
const ANTWOORDEN = { vragen: number, signalen: number, beantwoord: number, stil: number, mediaan: orNull(number) };
const KETENPARTNER = { type: oneOf(codesVan('ketenpartnertype')), ...ANTWOORDEN };
/** In signalen that are read alone, and only with so many questions that it says something. */
const ORGANISATIE = { id: text, naam: text, ...ANTWOORDEN };
/** Closings of which the filer said what they came to for the family: any of it, or that. */
const EFFECT = { lijst: oneOf(EFFECTLIJSTEN), code: text, aantal: number };
const GETELD = { als: oneOf(CIJFERCODES), aantal: number };

export interface Cijfertelling {
  instroom: Row<typeof INSTROOM>[];
  open: Row<typeof OPEN>[];
  teLaat: Row<typeof TE_LAAT_RIJ>[];
  afgehandeld: Row<typeof AFGEHANDELD_RIJ>[];
  doorlooptijd: Row<typeof DOORLOOPTIJD>[];
  redenen: Row<typeof REDEN>[];
  geteld: Row<typeof GETELD>[];
  effecten: Row<typeof EFFECT>[];
  ketenpartners: Row<typeof KETENPARTNER>[];
  organisaties: Row<typeof ORGANISATIE>[];
}

/** Counts once over all that somebody sees. What is open counts whenever it was filed. */
export async function telCijfers(db: Db, zicht: Lijstzicht, vraag: Cijfervraag): Promise<Cijfertelling> {
  const [telling] = await rowsOfComposed(
    db,
    sql`with r as not materialized (${geteldeRegels(zicht, vraag)}), o as (${openRegels(vraag)}), g as (${gedaan(vraag)}),
             s as (${sluitingenPerSoort(vraag)}), v as (${gesteldeVragen(vraag)}), t as (${vragenPerTempo})
        select ${join(
          Object.entries(telregels(vraag)).map(
            ([naam, regels]) => sql`(select coalesce(jsonb_agg(x), '[]') from (${regels}) x) as ${sql.ref(naam)}`,
          ),
          ', ',
        )}`,
    {
      instroom: list(object(INSTROOM)),
      open: list(object(OPEN)),
      teLaat: list(object(TE_LAAT_RIJ)),
      afgehandeld: list(object(AFGEHANDELD_RIJ)),
      doorlooptijd: list(object(DOORLOOPTIJD)),
      redenen: list(object(REDEN)),
      geteld: list(object(GETELD)),
      effecten: list(object(EFFECT)),
      ketenpartners: list(object(KETENPARTNER)),
      organisaties: list(object(ORGANISATIE)),
    },
  );
  if (telling === undefined) throw new Error('Nothing was counted');
  return telling;
}

/**
 * What counts: what is open, and to what something happened in those days. It is walked once for each of the counts below, of which each reads few
 * columns: to keep what all of them read would take longer.
 */
function geteldeRegels(zicht: Lijstzicht, { regios, vanaf, voor, uitkomsten }: Cijfervraag): Sql {
  const binnen: Sql = regios === null ? sql`true` : sql`r.regio = any(${regios}::text[])`;
  const isOpen = sql`r.status <> 'afgesloten'`;
  return sql`
    select r.*, ${isOpen} as open, ${zonderBelang(zicht)} as vrij, ${geheel(zicht)} as leesbaar,
           r.ingediend_op >= ${vanaf}::timestamptz and r.ingediend_op < ${voor}::timestamptz as ingediend,
           ${isGeteld({ als: 'afgesloten', vanaf, voor })} and r.uitkomst = any(${uitkomsten}::text[]) as klaar
      from signaal r
     where ${zichtbaar(zicht)} and ${binnen}
       and (${isOpen} or r.laatste_op >= ${vanaf}::timestamptz and r.ingediend_op < ${voor}::timestamptz)`;
}

function openRegels({ grenzen }: Cijfervraag): Sql {
  return sql`
    select x.niveau, x.regio, x.te_laat, x.vak, count(*) as aantal
      from (select r.niveau, r.regio, ${TE_LAAT} as te_laat, width_bucket(r.ingediend_op, ${grenzen}::timestamptz[]) as vak from r where r.open) x
     group by 1, 2, 3, 4`;
}

/** What was filed, by month and region; and what was closed, by where that was and with what. In one walk. */
function gedaan({ maanden }: Cijfervraag): Sql {
  return sql`
    select x.ingediend, x.maand, x.klaar, x.niveau, x.regio, x.uitkomst, x.systeemreden, count(*) as aantal
      from (select r.ingediend, case when r.ingediend then width_bucket(r.ingediend_op, ${maanden}::timestamptz[]) end as maand,
                   r.klaar, r.niveau, r.regio, r.uitkomst, case when r.vrij then r.systeemreden end as systeemreden from r offset 0) x
     where x.ingediend or x.klaar
     group by grouping sets ((x.ingediend, x.maand, x.regio), (x.klaar, x.niveau, x.regio, x.uitkomst, x.systeemreden))`;
}

/** Of the closings in those days, how many are the same; of a signaal with more than one, those of that signaal. */
function sluitingenPerSoort(dagen: Cijfervraag): Sql {
  return sql`
    select x.terugkoppeling, x.terugblik, x.heropend, x.effect, x.signaal, count(*) as aantal
      from ${uitgevouwen(sql`sluitingen`, sql`${VAN_MENSEN} and ${opDagen(sql`x.op`, dagen)}`)} x group by 1, 2, 3, 4, 5`;
}

/** What was asked of organisaties in those days, and within how many working days they answered. `eerste`: of that organisatie in that signaal. */
function gesteldeVragen({ vrij, ...dagen }: Cijfervraag): Sql {
  return sql`select x.signaal, x.organisatie, x.stil, x.leesbaar, ${opDagen(sql`x.eerder`, dagen)} is not true as eerste,
                    ${werkdagenTussen(sql`x.gesteld`, sql`x.geantwoord`, vrij)} as dagen
               from ${uitgevouwen(sql`vragen`, opDagen(sql`x.gesteld`, dagen))} x`;
}

/** Of each organisatie how many of those were answered within so many days. */
const vragenPerTempo = sql`
  select v.organisatie, o.type, v.leesbaar, v.dagen, count(*) as vragen, count(*) filter (where v.eerste) as signalen,
         count(*) filter (where v.signaal is null) as alleen, count(*) filter (where v.stil) as stil
    from v join organisatie o on o.id = v.organisatie group by 1, 2, 3, 4`;

/**
 * Each `x` of what that column of `r` holds, as far as it is `eis`, with of which signaal it is where that has more than one. Whether it is that is worked
 * out first: PostgreSQL takes it that hardly anything lies between two bounds that it has no statistics of, and would sort what it can count at once.
 */
function uitgevouwen(kolom: Sql, eis: Sql): Sql {
  return sql`(select * from (
    select y.leesbaar, case when y.aantal > 1 then y.id end as signaal, x.*, ${eis} as past
      from (select r.id, r.leesbaar, cardinality(r.${kolom}) as aantal, unnest(r.${kolom}) as een from r where r.vrij) y
        cross join lateral (select (y.een).*) x offset 0) x where x.past)`;
}

function telregels(vraag: Cijfervraag): Readonly<Record<keyof Cijfertelling, Sql>> {
  const { genoeg } = vraag;
  return {
    instroom: sql`select g.maand, coalesce(g.regio, 'ONBEKEND') as regio, g.aantal from g where g.ingediend`,
    open: sql`select o.vak, sum(o.aantal) as aantal from o group by 1`,
    teLaat: sql`select o.niveau, coalesce(o.regio, 'ONBEKEND') as regio, sum(o.aantal) as open, coalesce(sum(o.aantal) filter (where o.te_laat), 0) as "teLaat"
                  from o group by 1, o.regio`,
    afgehandeld: sql`select g.niveau, coalesce(g.regio, 'ONBEKEND') as regio, g.uitkomst, sum(g.aantal) as aantal from g where g.klaar group by 1, g.regio, 3`,
    redenen: sql`select g.systeemreden, sum(g.aantal) as aantal from g where g.klaar and g.systeemreden is not null group by 1`,
    doorlooptijd: doorlooptijden(vraag),
    // Of each signaal once what any of its closings is, and then how many are: to sort them for each code would take as long as all the rest.
    geteld: sql`
      select g.als, g.aantal
        from (select array[${join(
          SLUITINGCODES.map((_, i) => sql`sum(x.aantal) filter (where x.past[${sql.lit(i + 1)}::int])`),
          ', ',
        )}] as aantallen
                from (select array[${join(
                  SLUITINGCODES.map((als) => sql`bool_or(${SLUITINGEISEN[als]})`),
                  ', ',
                )}] as past, case when x.signaal is null then sum(x.aantal) else 1 end as aantal
                        from s x group by x.signaal, case when x.signaal is null then (x.terugkoppeling, x.terugblik, x.heropend) end) x) n
          cross join lateral unnest(${SLUITINGCODES}::text[], n.aantallen) as g (als, aantal)
       where g.aantal > 0`,
    ketenpartners: sql`
      select a.type, a.vragen, a.alleen + coalesce(m.signalen, 0) as signalen, a.beantwoord, a.stil, a.mediaan
        from ${antwoorden(sql`type`, sql`true`)} a
          left join (select x.type, count(*) as signalen
                       from (select distinct o.type, v.signaal from v join organisatie o on o.id = v.organisatie where v.signaal is not null) x
                      group by 1) m on m.type = a.type`,
    organisaties: sql`select o.id, o.naam, a.vragen, a.signalen, a.beantwoord, a.stil, a.mediaan
                        from ${antwoorden(sql`organisatie`, sql`t.leesbaar`)} a join organisatie o on o.id = a.organisatie
                       where a.vragen >= ${genoeg}`,
    effecten: sql`select e.lijst, e.code, coalesce(sum(x.aantal) filter (where x.signaal is null), 0) + count(distinct x.signaal) as aantal
                    from s x cross join lateral ${EFFECTEN} e where x.effect is not null group by 1, 2`,
  };
}

/** Stays that ended in those days. One that is not the first at its level of this signaal in those days counts no signaal again. */
function doorlooptijden({ vrij, ...dagen }: Cijfervraag): Sql {
  const perTempo = sql`
    select x.*, ${werkdagenTussen(sql`x.van`, sql`x.tot`, vrij)} as dagen
      from (select x.niveau, x.van, x.tot, count(*) as aantal, count(*) filter (where ${opDagen(sql`x.eerder`, dagen)} is not true) as signalen
              from ${uitgevouwen(sql`verblijven`, opDagen(sql`x.tot`, dagen))} x group by 1, 2, 3) x`;
  return sql`
    select x.niveau, sum(x.signalen) as signalen, sum(x.aantal) as verblijven, ${rang(0.5)} as mediaan, ${rang(0.9)} as negentig
      from ${gerangschikt(perTempo, sql`niveau`)} x group by 1`;
}

/** What was asked of all with the same in that column of `t`, and how fast they answered. */
function antwoorden(kolom: Sql, eis: Sql): Sql {
  const perTempo = sql`select t.*, case when t.dagen is null then 0 else t.vragen end as aantal from t where ${eis}`;
  return sql`
    (select x.${kolom}, sum(x.vragen) as vragen, sum(x.signalen) as signalen, sum(x.alleen) as alleen, sum(x.aantal) as beantwoord,
            sum(x.stil) as stil, ${rang(0.5)} as mediaan
       from ${gerangschikt(perTempo, kolom)} x group by 1)`;
}

/** Lines that say how often (`aantal`) something took so many `dagen`, with how often that or less with the same in that column, and how often in all. */
function gerangschikt(regels: Sql, kolom: Sql): Sql {
  return sql`
    (select x.*, sum(x.aantal) over (partition by x.${kolom} order by x.dagen) as tot_en_met, sum(x.aantal) over (partition by x.${kolom}) as totaal
       from (${regels}) x)`;
}

/** Of those lines: within how many days that part was, as `percentile_disc` says it of all of them one by one. */
function rang(deel: number): Sql {
  return sql`min(x.dagen) filter (where x.tot_en_met >= ceil(${deel}::float8 * x.totaal::float8) and x.aantal > 0)`;
}
