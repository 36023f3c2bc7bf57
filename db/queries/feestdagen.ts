import type { Kalender } from '#domain/tijd/feestdagen.ts';

import { date, list, number, object, orNull, type Row, text } from '../columns.ts';
import { type Db, rows, sql } from '../sql.ts';

const FEESTDAGENLIJST_RIJ = {
  kalenderversie: number,
  volledigTotEnMetDatum: orNull(date),
  feestdagen: list(object({ datum: date, benaming: text, bron: text })),
};

/** The days that a decree added to the calendar, by date, with the version and until when they are all known. */
export type Feestdagenlijst = Row<typeof FEESTDAGENLIJST_RIJ>;

export async function leesFeestdagen(db: Db): Promise<Feestdagenlijst> {
  const [lijst] = await rows(
    db,
    sql`select coalesce((select max(versie) from kalender), 0) as kalenderversie,
               (select max(volledig_tot_en_met)::text from kalender) as "volledigTotEnMetDatum",
               (select coalesce(jsonb_agg(jsonb_build_object('datum', datum, 'benaming', naam, 'bron', bron) order by datum), '[]')
                  from feestdag) as feestdagen`,
    FEESTDAGENLIJST_RIJ,
  );
  if (lijst === undefined) throw new Error('There is no calendar');
  return lijst;
}

/** The newest calendar, as terms are counted with it. */
export async function leesKalender(db: Db): Promise<Kalender> {
  const { kalenderversie: versie, feestdagen } = await leesFeestdagen(db);
  return { versie, dagen: Object.fromEntries(feestdagen.map(({ datum, benaming }) => [datum, benaming])) };
}
