import { arrayOf, boolean, date, number, text } from '#db/columns.ts';
import { leesGelijkendeParen, leesWoordteksten } from '#db/queries/kernteksten.ts';
import { datumIn } from '#db/queries/klok.ts';
import { type Db, rows, rowsOfComposed, type Sql, sql } from '#db/sql.ts';
import { isDuidelijkGegroeid } from '#domain/detectie/afkoeling.ts';
import { STAPELDAGEN, zoekStapelingen } from '#domain/detectie/stapeling.ts';
import type { Vindsoort } from '#domain/detectie/toelichting.ts';
import { BASISDAGEN } from '#domain/detectie/vensters.ts';
import { weekverloop } from '#domain/detectie/verloop.ts';
import { groepenVan, isEerder, lijkendeParen } from '#domain/detectie/woorden.ts';
import { type Datum, dagnummer, plusDagen } from '#domain/tijd/amsterdam.ts';

import type { Nachtvondst } from './bewaren.ts';

/** What can pile up. */
export const STAPELS = ['organisatie', 'wet'] as const;
type Stapelsoort = (typeof STAPELS)[number];

const WAAROVER: Readonly<Record<Stapelsoort, Sql>> = {
  organisatie: sql`array_remove(array[s.organisatie], null)`,
  wet: sql`s.wetten`,
};

/** What piled up about one organisatie or one law when `dag` had ended, and is part of no patroon. */
export async function vindStapelingen(db: Db, soort: Stapelsoort, dag: Datum): Promise<Nachtvondst[]> {
  const keren = await rowsOfComposed(
    db,
    sql`select s.id as signaal, w.waarover, ${datumIn(sql`s.ingediend_op`)}::text as datum
          from signaal s join stroom st on st.id = s.id cross join lateral unnest(${WAAROVER[soort]}) as w (waarover)
         where ${datumIn(sql`s.ingediend_op`)} between ${plusDagen(dag, 1 - STAPELDAGEN - BASISDAGEN)}::date and ${dag}::date
           and coalesce(st.staat ->> 'afsluiting', '') not in ('ingetrokken', 'samengevoegd')
           and (s.patroon is null or ${datumIn(sql`s.ingediend_op`)} <= ${plusDagen(dag, -STAPELDAGEN)}::date)
         order by s.ingediend_op, s.id`,
    { signaal: text, waarover: text, datum: date },
  );
  const opDag = keren.map(({ signaal, waarover, datum }) => ({ signaal, waarover, dag: dagnummer(datum) }));
  const eerder = await leesVerteld(db, soort, dag);
  return zoekStapelingen(opDag, dagnummer(dag))
    .filter(({ waarover, signalen }) =>
      eerder.every(({ code, beslotenBij }) => code !== waarover || isDuidelijkGegroeid(signalen.length, beslotenBij)),
    )
    .map(({ waarover, signalen, verwacht, kans }) => ({
      blik: 'stapeling',
      indeling: soort,
      code: waarover,
      regios: [],
      dagen: STAPELDAGEN,
      aantal: signalen.length,
      verwacht,
      kans,
      verloop: weekverloop(
        opDag.filter((keer) => keer.waarover === waarover).map((keer) => ({ dag: keer.dag, aantal: 1 })),
        dagnummer(dag),
      ),
      signalen,
    }));
}

/** Texts in which the same words stand, of what is open or filed in 90 days. It costs no more than every two of the latest 400. */
export async function vindTekstgroepen(db: Db, dag: Datum): Promise<Nachtvondst[]> {
  const teksten = await leesWoordteksten(db, plusDagen(dag, 1 - STAPELDAGEN), dag);
  const paren = await leesGelijkendeParen(db, lijkendeParen(teksten));
  const eerder = await leesVerteld(db, 'tekst', dag);
  const groepen = groepenVan(paren).filter((groep) =>
    eerder.every(
      ({ signalen, beslotenBij }) => !isEerder(groep, signalen) || isDuidelijkGegroeid(groep.length, beslotenBij),
    ),
  );
  return Promise.all(
    groepen.map(async (signalen) => ({
      blik: 'tekst' as const,
      indeling: 'tekst' as const,
      code: null,
      regios: [],
      dagen: STAPELDAGEN,
      aantal: signalen.length,
      verwacht: 0,
      kans: 1,
      verloop: weekverloop(await leesDagen(db, signalen), dagnummer(dag)),
      signalen,
    })),
  );
}

async function leesDagen(db: Db, signalen: readonly string[]): Promise<{ dag: number; aantal: number }[]> {
  const dagen = await rows(
    db,
    sql`select ${datumIn(sql`s.ingediend_op`)}::text as datum from signaal s where s.id = any(${signalen}::uuid[])`,
    { datum: date },
  );
  return dagen.map(({ datum }) => ({ dag: dagnummer(datum), aantal: 1 }));
}

/** What was proposed before and still cools down; of what was decided on with how many signalen. */
async function leesVerteld(
  db: Db,
  soort: Vindsoort,
  dag: Datum,
): Promise<{ code: string; signalen: string[]; beslotenBij: number | undefined }[]> {
  const verteld = await rows(
    db,
    sql`select coalesce(v.code, '') as code, v.signalen, v.aantal, v.besluit is not null as besloten
          from patroonvoorstel v where v.indeling = ${soort} and v.tot_en_met >= ${dag}::date`,
    { code: text, signalen: arrayOf(text), aantal: number, besloten: boolean },
  );
  return verteld.map(({ code, signalen, aantal, besloten }) => ({
    code,
    signalen,
    beslotenBij: besloten ? aantal : undefined,
  }));
}
