import { codesVan, type Uitkomst } from '#domain/beleid/codelijsten.ts';
import { type Regio, REGIOS } from '#domain/beleid/regios.ts';
import { CIJFERCODES } from '#domain/cijfers.ts';
import { EFFECTLIJSTEN } from '#domain/signaal/gezinseffect.ts';
import type { Datum, Tijdstip } from '#domain/tijd/amsterdam.ts';

import { list, number, object, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, join, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { TE_LAAT } from './filter.ts';
import { EFFECTEN, isGeteld, SLUITINGCODES, SLUITINGEISEN, sluitingen, verblijven, vragen } from './geteld.ts';
import { datumIn, werkdagenTussen } from './klok.ts';
import { geheel, type Lijstzicht, zichtbaar, zonderBelang } from './zicht.ts';

/** What is counted: within which regions (null for everywhere), and between which instants it happened. */
export interface Cijfervraag {
  regios: readonly Regio[] | null;
  vanaf: Tijdstip;
  voor: Tijdstip;
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
/** By month (`2027-03`) in Amsterdam. */
const INSTROOM = { maand: text, regio, aantal: number };
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
    sql`with r as materialized (${geteldeRegels(zicht, vraag)}), v as materialized (${gesteldeVragen(vraag)})
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

/** What counts: what is open, and to what something happened in those days. */
function geteldeRegels(zicht: Lijstzicht, { regios, vanaf, voor, uitkomsten }: Cijfervraag): Sql {
  const binnen: Sql = regios === null ? sql`true` : sql`r.regio = any(${regios}::text[])`;
  const isOpen = sql`r.status <> 'afgesloten'`;
  return sql`
    select r.id, r.niveau, coalesce(r.regio, 'ONBEKEND') as regio, r.status, r.uitkomst, r.ingediend_op, r.afgesloten_op, r.levensloop,
           ${isOpen} as open, ${isOpen} and ${TE_LAAT} as te_laat, ${zonderBelang(zicht)} as vrij, ${geheel(zicht)} as leesbaar,
           r.ingediend_op >= ${vanaf}::timestamptz and r.ingediend_op < ${voor}::timestamptz as ingediend,
           ${isGeteld({ als: 'afgesloten', vanaf, voor })} and r.uitkomst = any(${uitkomsten}::text[]) as klaar
      from signaal r
     where ${zichtbaar(zicht)} and ${binnen}
       and (${isOpen} or r.laatste_op >= ${vanaf}::timestamptz and r.ingediend_op < ${voor}::timestamptz)`;
}

function telregels({ vanaf, voor, grenzen, vrij, genoeg }: Cijfervraag): Readonly<Record<keyof Cijfertelling, Sql>> {
  return {
    instroom: sql`select to_char(r.ingediend_op at time zone 'Europe/Amsterdam', 'YYYY-MM') as maand, r.regio, count(*) as aantal
                    from r where r.ingediend group by 1, 2`,
    open: sql`select width_bucket(r.ingediend_op, ${grenzen}::timestamptz[]) as vak, count(*) as aantal from r where r.open group by 1`,
    teLaat: sql`select r.niveau, r.regio, count(*) as open, count(*) filter (where r.te_laat) as "teLaat"
                  from r where r.open group by 1, 2`,
    afgehandeld: sql`select r.niveau, r.regio, r.uitkomst, count(*) as aantal from r where r.klaar group by 1, 2, 3`,
    doorlooptijd: sql`
      select d.niveau, d.signalen, d.verblijven, d.delen[1] as mediaan, d.delen[2] as negentig
        from (select v.niveau, count(distinct v.signaal) as signalen, count(*) as verblijven,
                     percentile_disc(array[0.5, 0.9]) within group (order by v.dagen) as delen
                from (select x.signaal, x.niveau, ${werkdagenTussen(datumIn(sql`x.van`), datumIn(sql`x.tot`), vrij)} as dagen
                        from r cross join lateral ${verblijven({ vanaf, voor })} x where r.vrij) v
               group by 1) d`,
    redenen: sql`select r.levensloop ->> 'systeemreden' as systeemreden, count(*) as aantal
                   from r where r.klaar and r.vrij and r.levensloop ->> 'systeemreden' is not null group by 1`,
    // Of each signaal once what any of its closings is, and then how many are: to sort them for each code would take as long as all the rest.
    geteld: sql`
      select g.als, g.aantal
        from (select array[${join(
          SLUITINGCODES.map((_, i) => sql`count(*) filter (where s.past[${sql.lit(i + 1)}::int])`),
          ', ',
        )}] as aantallen
                from (select array[${join(
                  SLUITINGCODES.map((als) => sql`bool_or(${SLUITINGEISEN[als]})`),
                  ', ',
                )}] as past
                        from r cross join lateral ${sluitingen({ vanaf, voor })} x where r.vrij group by x.signaal) s) n
          cross join lateral unnest(${SLUITINGCODES}::text[], n.aantallen) as g (als, aantal)
       where g.aantal > 0`,
    ketenpartners: sql`select v.type, ${ANTWOORDTELLING} from v group by 1`,
    organisaties: sql`select v.organisatie as id, v.naam, ${ANTWOORDTELLING}
                        from v where v.leesbaar group by 1, 2 having count(*) >= ${genoeg}`,
    effecten: sql`select e.lijst, e.code, count(distinct x.signaal) as aantal
                    from r cross join lateral ${sluitingen({ vanaf, voor }, sql`x.effect is not null`)} x cross join lateral ${EFFECTEN} e
                   where r.vrij group by 1, 2`,
  };
}

/** What was asked of organisaties in those days, and within how many working days they answered. */
function gesteldeVragen({ vanaf, voor, vrij }: Cijfervraag): Sql {
  return sql`select x.signaal, x.type, x.organisatie, x.naam, x.geantwoord, x.stil, r.leesbaar,
                    ${werkdagenTussen(datumIn(sql`x.gesteld`), datumIn(sql`x.geantwoord`), vrij)} as dagen
               from r cross join lateral ${vragen({ vanaf, voor })} x where r.vrij`;
}

/** Of the questions `v`. */
const ANTWOORDTELLING = sql`count(*) as vragen, count(distinct v.signaal) as signalen, count(v.geantwoord) as beantwoord,
  count(*) filter (where v.stil) as stil, percentile_disc(0.5) within group (order by v.dagen) as mediaan`;
