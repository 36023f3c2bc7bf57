import { bytes, number, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import { type KeyRing, MasterKeyMissing } from '#platform/key-ring.ts';

import { noteer } from '../waakhond/noteren.ts';

/** For whom its queries run: who looks, and who tells. */
const ALS = { rol: 'dienst', dienst: 'hoofdsleutel' } as const;
const ALS_WAAKHOND = { rol: 'dienst', dienst: 'waakhond' } as const;

/**
 * Tells functioneel beheer, with the guard, under which master keys something lies that this process cannot open, and of how many signalen; of each
 * name it tries one. Returns those names. Only who has the keys can know this, and the worker has none.
 */
export async function bewaakHoofdsleutels(database: Database, sleutelbos: KeyRing): Promise<string[]> {
  const proeven = await rows(
    database.voor(ALS),
    sql`select distinct on (hoofdsleutel) hoofdsleutel, stroom, sleutel, count(*) over (partition by hoofdsleutel)::int as aantal
          from signaalsleutel where sleutel is not null order by hoofdsleutel, stroom`,
    { hoofdsleutel: text, stroom: text, sleutel: bytes, aantal: number },
  );
  const weg: { naam: string; toelichting: string }[] = [];
  for (const { hoofdsleutel: naam, stroom, sleutel, aantal } of proeven)
    try {
      await sleutelbos.unwrap(naam, sleutel, stroom);
    } catch (fout) {
      if (!(fout instanceof MasterKeyMissing)) throw fout;
      weg.push({ naam, toelichting: `Hoofdsleutel ${naam}, van ${aantal} ${aantal === 1 ? 'signaal' : 'signalen'}.` });
    }
  await noteer(
    database.voor(ALS_WAAKHOND),
    'hoofdsleutel_ontbreekt',
    sql`select w.naam as onderwerp, null::uuid as stroom, null as nummer, w.toelichting
          from jsonb_to_recordset(${jsonb(weg)}) as w (naam text, toelichting text)`,
  );
  return weg.map(({ naam }) => naam);
}
