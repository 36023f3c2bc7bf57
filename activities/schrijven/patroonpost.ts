import { json, number, orNull, text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import type { Patroongebeurtenis } from '#domain/patroon/feiten.ts';
import { STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';

import { legBerichtenKlaar } from './berichten.ts';
import { nietVoor } from './niet-voor.ts';
import type { Voorval } from './projectie.ts';

/** What a bericht about a patroon is about. */
export const PATROONBERICHTEN = ['patroon_aan_u', 'patroon_herinnering', 'patroon_reactie', 'patroon_te_laat'] as const;
export type Patroonberichtsoort = (typeof PATROONBERICHTEN)[number];

/**
 * Writes a bericht for whoever must hear of it: the eigenaar, or everybody of the landelijk team whom it does not concern; for their
 * working hours. Returns whether any may be sent by `nu`.
 */
export async function schrijfPatroonpost(db: Db, { staat, verloop, nu }: Voorval<'patroon'>): Promise<boolean> {
  const reeks = verloop.flatMap(({ gebeurtenis, na }) =>
    berichtenVan(gebeurtenis).map((b) => ({ ...b, volgnummer: na.volgnummer })),
  );
  if (reeks.length === 0) return false;
  const ontvangers = await rows(
    db,
    sql`select b.hoeveelste::int - 1 as hoeveelste, g.id as gebruiker, ${WEEK} as week
          from rows from (jsonb_to_recordset(${jsonb(reeks)}) as (volgnummer int, persoon text, door text))
                 with ordinality as b (volgnummer, persoon, door, hoeveelste)
          join gebruiker g on ${isActief(sql`g`)}
               and (g.id = b.persoon or b.persoon is null and g.rollen @> array['landelijk_team'])
               and g.id is distinct from b.door
               and (${staat.organisatie}::text is null or g.organisatie is distinct from ${staat.organisatie})
         order by b.volgnummer, g.id`,
    { hoeveelste: number, gebruiker: text, week: orNull(json<Werkweek>()) },
  );
  const bezorgingen = ontvangers.flatMap(({ hoeveelste, gebruiker, week }) => {
    const bericht = reeks[hoeveelste];
    if (bericht === undefined) return [];
    const niet_voor = nietVoor('direct', bericht.op, staat.kalender, week ?? STANDAARDWEEK);
    return [{ ...bericht, gebruiker, niet_voor }];
  });
  if (bezorgingen.length === 0) return false;
  await legBerichtenKlaar(
    db,
    sql`select ${staat.id}::uuid as stroom, b.volgnummer, b.gebruiker, null as namens, null as adres, null as verzoek, b.soort,
               'direct' as bundel, b.waarom, b.stap, b.op, b.niet_voor
          from jsonb_to_recordset(${jsonb(bezorgingen)}) as b (volgnummer int, gebruiker text, soort text, waarom text, stap text,
                 op timestamptz, niet_voor timestamptz)`,
  );
  return bezorgingen.some(({ niet_voor }) => niet_voor <= nu);
}

interface Patroonbericht {
  /** null: the landelijk team. */
  persoon: string | null;
  door: string | null;
  soort: Patroonberichtsoort;
  waarom: 'eigenaar' | 'landelijk_team';
  stap: string | null;
  op: string;
}

function berichtenVan(g: Patroongebeurtenis): Patroonbericht[] {
  const { op, door } = g;
  switch (g.soort) {
    case 'patroon_geopend':
    case 'patroon_overgedragen':
      return [{ persoon: g.eigenaar, door, soort: 'patroon_aan_u', waarom: 'eigenaar', stap: null, op }];
    case 'herinnerd': {
      const soort = g.stapsoort === 'reactie' ? 'patroon_reactie' : 'patroon_herinnering';
      return g.aan.soort === 'persoon'
        ? [{ persoon: g.aan.persoon, door, soort, waarom: 'eigenaar', stap: g.stap, op }]
        : [];
    }
    case 'gemeld':
      return [{ persoon: null, door, soort: 'patroon_te_laat', waarom: 'landelijk_team', stap: g.stap, op }];
    default:
      return [];
  }
}
