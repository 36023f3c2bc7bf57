import { codesVan, type Niveau, type Uitkomst } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { number, oneOf, orNull, text } from '../columns.ts';
import { type Db, rowsOfComposed, type Sql, sql } from '../sql.ts';
import { datumIn } from './klok.ts';
import { TE_LAAT } from './signalen.ts';
import { type Lijstzicht, zichtbaar } from './zicht.ts';

/** What is counted: within which regions (null for everywhere), and between which instants it was filed. */
export interface Cijfervraag {
  regios: readonly Regio[] | null;
  vanaf: Tijdstip;
  voor: Tijdstip;
  /** Instants, the earliest first, that part what is open by when it was filed. */
  grenzen: readonly Tijdstip[];
  /** With which uitkomsten a signaal was worked on to its end. */
  uitkomsten: readonly Uitkomst[];
  /** With which of these it was solved, in whole or in part. */
  opgelost: readonly Uitkomst[];
}

export interface Cijfertelling {
  /** By month (`2027-03`) in Amsterdam. */
  instroom: { maand: string; aantal: number }[];
  /** Open now, by the number of `grenzen` that lie at or before its filing. */
  open: { vak: number; aantal: number }[];
  teLaat: { niveau: Niveau; aantal: number; teLaat: number }[];
  /** `dagen`: the median of the dates between filing and closing. */
  afgehandeld: { niveau: Niveau; aantal: number; opgelost: number; dagen: number }[];
}

const TELLING_RIJ = {
  cijfer: oneOf(['instroom', 'open', 'te_laat', 'afgehandeld']),
  sleutel: text,
  aantal: number,
  waarvan: number,
  dagen: orNull(number),
};

/** Counts once over all that somebody sees. What is open counts whenever it was filed. */
export async function telCijfers(db: Db, zicht: Lijstzicht, vraag: Cijfervraag): Promise<Cijfertelling> {
  const { regios, vanaf, voor, grenzen, uitkomsten, opgelost } = vraag;
  const binnen: Sql = regios === null ? sql`true` : sql`r.regio = any(${regios}::text[])`;
  const isOpen = sql`r.status <> 'afgesloten'`;
  const regels = await rowsOfComposed(
    db,
    sql`with r as materialized (
          select r.niveau, ${isOpen} as is_open, r.uitkomst, ${isOpen} and ${TE_LAAT} as te_laat,
                 case when r.ingediend_op >= ${vanaf}::timestamptz and r.ingediend_op < ${voor}::timestamptz
                   then date_trunc('month', r.ingediend_op at time zone 'Europe/Amsterdam') end as maand,
                 case when ${isOpen} then width_bucket(r.ingediend_op, ${grenzen}::timestamptz[]) end as vak,
                 ${datumIn(sql`r.afgesloten_op`)} - ${datumIn(sql`r.ingediend_op`)} as dagen, count(*)::float8 as aantal
            from signaal r
           where ${zichtbaar(zicht)} and ${binnen} and (${isOpen} or r.ingediend_op >= ${vanaf}::timestamptz)
           group by 1, 2, 3, 4, 5, 6, 7)
        select 'instroom' as cijfer, to_char(r.maand, 'YYYY-MM') as sleutel, sum(r.aantal) as aantal, 0::float8 as waarvan, null::float8 as dagen
          from r where r.maand is not null group by r.maand
        union all
        select 'open', r.vak::text, sum(r.aantal), 0, null from r where r.is_open group by r.vak
        union all
        select 'te_laat', r.niveau, sum(r.aantal), coalesce(sum(r.aantal) filter (where r.te_laat), 0), null
          from r where r.is_open group by r.niveau
        union all
        select 'afgehandeld', r.niveau, sum(r.aantal), coalesce(sum(r.aantal) filter (where r.uitkomst = any(${opgelost}::text[])), 0),
               (min(r.dagen) filter (where r.tot_en_met >= r.alle / 2) + min(r.dagen) filter (where r.tot_en_met > r.alle / 2)) / 2::float8
          from (select r.*, sum(r.aantal) over (partition by r.niveau order by r.dagen) as tot_en_met,
                       sum(r.aantal) over (partition by r.niveau) as alle
                  from r where r.maand is not null and not r.is_open and r.uitkomst = any(${uitkomsten}::text[])) r
         group by r.niveau`,
    TELLING_RIJ,
  );
  const van = (welk: (typeof regels)[number]['cijfer']) => regels.filter(({ cijfer }) => cijfer === welk);
  return {
    instroom: van('instroom').map(({ sleutel: maand, aantal }) => ({ maand, aantal })),
    open: van('open').map(({ sleutel, aantal }) => ({ vak: Number(sleutel), aantal })),
    teLaat: van('te_laat').map(({ sleutel, aantal, waarvan }) => ({
      niveau: alsNiveau(sleutel),
      aantal,
      teLaat: waarvan,
    })),
    afgehandeld: van('afgehandeld').map(({ sleutel, aantal, waarvan, dagen }) => ({
      niveau: alsNiveau(sleutel),
      aantal,
      opgelost: waarvan,
      dagen: dagen ?? 0,
    })),
  };
}

function alsNiveau(sleutel: string): Niveau {
  const niveau = codesVan('niveau').find((code) => code === sleutel);
  if (niveau === undefined) throw new TypeError(`${sleutel} is no niveau`);
  return niveau;
}
