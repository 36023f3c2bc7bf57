import type { Datum } from '#domain/tijd/amsterdam.ts';

import { type Db, rows, sql } from '../sql.ts';

export interface Feestdag {
  datum: Datum;
  benaming: string;
  bron: string;
}

/** The days that a decree added to the calendar, by date, with the version and until when they are all known. */
export interface Feestdagenlijst {
  kalenderversie: number;
  volledigTotEnMetDatum: Datum | null;
  feestdagen: Feestdag[];
}

export async function leesFeestdagen(db: Db): Promise<Feestdagenlijst> {
  const [lijst] = await rows<Feestdagenlijst>(
    db,
    sql`select coalesce((select max(versie) from kalender), 0) as kalenderversie,
               (select max(volledig_tot_en_met)::text from kalender) as "volledigTotEnMetDatum",
               (select coalesce(jsonb_agg(jsonb_build_object('datum', datum, 'benaming', naam, 'bron', bron) order by datum), '[]')
                  from feestdag) as feestdagen`,
  );
  if (lijst === undefined) throw new Error('There is no calendar');
  return lijst;
}
