import { createLessen } from '#activities/lessen/lessen.ts';
import type { Afzender } from '#activities/post/brief.ts';
import { arrayOf, object, oneOf, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { rows, sql } from '#db/sql.ts';
import { codesVan, type Knelpunttype } from '#domain/beleid/codelijsten.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';

import { idVan } from './kans.ts';

/** What was learned, of one kind of knelpunt each. */
const GELEERD: Readonly<Partial<Record<Knelpunttype, { titel: string; watWerkte: string }>>> = {
  DOMEIN: {
    titel: 'Zet gemeente en zorgkantoor in één gesprek',
    watWerkte:
      'Gemeente en zorgkantoor wezen naar elkaar. De casemanager vroeg beiden in één gesprek van een half uur, met de vraag wie vanaf maandag betaalt. Daarna zochten zij samen uit wie het moest zijn. Het werkte omdat niemand hoefde te wachten tot de ander had besloten.',
  },
  INDICATIE: {
    titel: 'Stuur bij een herindicatie een dagverslag van twee weken mee',
    watWerkte:
      'Twee aanvragen waren afgewezen omdat niet te zien was hoeveel zorg er nodig is. Met een verslag van twee weken, per uur, was het besluit er in tien dagen. De ouders schreven het en de begeleider las mee.',
  },
  TERMIJN: {
    titel: 'Stel een loket dat te laat beslist eerst per brief in gebreke',
    watWerkte:
      'Bellen hielp niet. Een korte brief met de datum van de aanvraag en de termijn uit de wet hielp wel: binnen twee weken was er een besluit. Een voorbeeld van zo’n brief staat op de site van de overheid.',
  },
  PGB: {
    titel: 'Laat de budgethouder en het loket samen de zorgovereenkomst invullen',
    watWerkte:
      'De overeenkomst kwam drie keer terug. Samen aan de telefoon invullen kostte een kwartier. Vraag om een vaste medewerker, dan hoeft het gezin niet steeds opnieuw te beginnen.',
  },
  WACHTLIJST: {
    titel: 'Vraag om overbrugging bij een andere aanbieder in dezelfde regio',
    watWerkte:
      'De plek zelf kwam niet eerder vrij. De zorgbemiddeling van het zorgkantoor vond wel een aanbieder die twee dagen kon overbruggen. Vraag daar vanaf de eerste dag om.',
  },
};

/**
 * Writes them of the first signalen of the year that were solved, each by who handled it and approved by another, to count for a year from
 * `vandaag`. Returns how many there are of this `zaad`; done again it changes nothing.
 */
export async function vulLessen(
  database: Database,
  afzender: Afzender,
  { zaad, vandaag }: { zaad: string; vandaag: Datum },
): Promise<number> {
  const bronnen = await rows(
    database.voor({ rol: 'dienst', dienst: 'lessen' }),
    sql`select distinct on (t.type) s.id as bron, t.type, s.behandelaars[1] as wie, s.doelgroepen, s.wetten,
               jsonb_build_object('id', g.id, 'naam', g.naam) as ander
          from signaal s cross join lateral unnest(s.knelpunttypen) as t (type)
            join gebruiker g on g.id = case when s.behandelaars[1] = 'landelijk' then 'landelijk.2' else 'landelijk' end
         where s.uitkomst = 'opgelost' and s.behandelaars[1] is not null and t.type = any(${Object.keys(GELEERD)}::text[])
         order by t.type, s.nummer`,
    {
      bron: text,
      type: oneOf(codesVan('knelpunttype')),
      wie: text,
      ander: object({ id: text, naam: text }),
      doelgroepen: arrayOf(oneOf(codesVan('doelgroep'))),
      wetten: arrayOf(oneOf(codesVan('wet'))),
    },
  );
  const { doe } = createLessen(database, afzender);
  for (const { bron, type, wie, ander, doelgroepen, wetten } of bronnen) {
    const id = idVan(zaad, 'les', type);
    const tekst = {
      ...(GELEERD[type] ?? { titel: type, watWerkte: type }),
      knelpunttypen: [type],
      doelgroepen,
      wetten,
      regios: [],
      ketenpartnertype: null,
      organisatie: null,
      geldigTot: plusDagen(vandaag, 365),
    };
    const nummer = await doe({ soort: 'schrijven', id, bron, tekst }, `schrijf ${id}`, { id: wie, naam: wie });
    const gezien = { nummer: nummer ?? '', stand: 1 };
    await doe({ soort: 'goedkeuren', gezien, opmerking: null }, `keur goed ${id}`, ander);
  }
  return bronnen.length;
}
