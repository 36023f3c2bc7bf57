import { codesVan } from '#domain/beleid/codelijsten.ts';
import { RAPPORTGROEPEN, RAPPORTREGIOS, type Rapporttelling, RAPPORTUITKOMSTEN } from '#domain/rapport/inhoud.ts';
import { grenzenVan, type Halfjaar } from '#domain/rapport/periode.ts';
import { EFFECTLIJSTEN } from '#domain/signaal/gezinseffect.ts';

import { number, oneOf, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';
import { EFFECTEN, sluitingen } from './geteld.ts';
import { datumIn } from './klok.ts';
import { titelVan } from './patronen.ts';

/** Of the programme itself nothing counts in what leaves it. */
const NIET_PROGRAMMA = sql`not s.knelpunttypen @> array['PROGRAMMA']`;
const VAN_MENSEN = sql`s.uitkomst is not null and s.uitkomst <> 'alleen_gemeld'`;

const INGEDIEND = { groep: oneOf(RAPPORTGROEPEN), regio: oneOf(RAPPORTREGIOS), maand: text, aantal: number };
const GESLOTEN = {
  niveau: oneOf(codesVan('niveau')),
  uitkomst: oneOf(RAPPORTUITKOMSTEN),
  reden: orNull(oneOf(codesVan('systeemreden'))),
  aantal: number,
};
/** Signalen of which the filer said what it came to for the family: any of it, or that. */
const EFFECT = { lijst: oneOf(EFFECTLIJSTEN), code: text, aantal: number };
const DAGEN = { niveau: oneOf(codesVan('niveau')), dagen: number };
const PATROON = { nummer: text, fase: oneOf(codesVan('fase')), aantal: number, titel: text };

/** What a report counts, and what each patroon in it is called. */
export interface Rapportcijfers {
  telling: Rapporttelling;
  titels: Record<string, string>;
}

/** Counts what was filed and what closed in that half year, as the rows are now, for nobody in particular. */
export async function telRapport(db: Db, periode: Halfjaar): Promise<Rapportcijfers> {
  const { vanaf, voor } = grenzenVan(periode);
  const ingediend = await rows(
    db,
    sql`select case cardinality(s.doelgroepen) when 0 then 'GEEN_VAN_DEZE' when 1 then s.doelgroepen[1] else 'MEER_DAN_EEN' end as groep,
               coalesce(s.regio, 'ONBEKEND') as regio, to_char(s.ingediend_op at time zone 'Europe/Amsterdam', 'YYYY-MM') as maand,
               count(*)::float8 as aantal
          from signaal s
         where s.ingediend_op >= ${vanaf}::timestamptz and s.ingediend_op < ${voor}::timestamptz and ${NIET_PROGRAMMA}
         group by 1, 2, 3`,
    INGEDIEND,
  );
  const gesloten = await rows(
    db,
    sql`select s.niveau, coalesce(s.uitkomst, 'ZONDER') as uitkomst,
               case when s.uitkomst = 'niet_oplosbaar' then s.systeemreden end as reden, count(*)::float8 as aantal
          from signaal s
         where s.status = 'afgesloten' and s.afgesloten_op >= ${vanaf}::timestamptz and s.afgesloten_op < ${voor}::timestamptz
           and ${NIET_PROGRAMMA}
         group by 1, 2, 3`,
    GESLOTEN,
  );
  const dagen = await rows(
    db,
    sql`select s.niveau, percentile_cont(0.5) within group (
                 order by (${datumIn(sql`s.afgesloten_op`)} - ${datumIn(sql`s.ingediend_op`)})::float8) as dagen
          from signaal s
         where s.status = 'afgesloten' and s.afgesloten_op >= ${vanaf}::timestamptz and s.afgesloten_op < ${voor}::timestamptz
           and ${VAN_MENSEN} and ${NIET_PROGRAMMA}
         group by 1`,
    DAGEN,
  );
  const effecten = await rows(
    db,
    sql`select e.lijst, e.code, count(distinct r.id)::float8 as aantal
          from signaal r cross join lateral ${sluitingen({ vanaf, voor })} x cross join lateral ${EFFECTEN} e
         where not r.knelpunttypen @> array['PROGRAMMA'] group by 1, 2`,
    EFFECT,
  );
  const patronen = await leesRapportpatronen(db, periode);
  return {
    telling: {
      ingediend,
      gesloten,
      dagen: Object.fromEntries(dagen.map(({ niveau, dagen: mediaan }) => [niveau, mediaan])),
      effecten,
      patronen: patronen.map(({ titel: _titel, ...patroon }) => patroon),
    },
    titels: Object.fromEntries(patronen.map(({ nummer, titel }) => [nummer, titel])),
  };
}

/** Which ran in it. One that is about a single organisatie is nobody's to name before that was heard. */
function leesRapportpatronen(db: Db, periode: Halfjaar): Promise<Row<typeof PATROON>[]> {
  const { vanaf, voor } = grenzenVan(periode);
  return rows(
    db,
    sql`select p.nummer, p.fase, ${titelVan(sql`p`)} as titel,
               (select count(*) from signaal s where s.patroon = p.id and s.ingediend_op < ${voor}::timestamptz and ${NIET_PROGRAMMA})::float8
                 as aantal
          from patroon p
         where p.organisatie is null and p.geopend_op < ${voor}::timestamptz
           and (p.fase not in ('opgelost', 'niet_oplosbaar') or p.laatste_op >= ${vanaf}::timestamptz)
         order by p.nummer`,
    PATROON,
  );
}
