import type * as z from 'zod';

import { genoemdIn, type GevolgSchema, presentGevolg } from '#contract/gevolg.ts';
import { leesNamen } from '#db/queries/namen.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Gevolg } from '#domain/signaal/vooraf.ts';

/** What an act would lead to, with the names in it. `voor` is the staat before it, null for a signaal that is still to be filed. */
export async function toonGevolg(
  db: Db,
  { gevolg, voor }: { gevolg: Gevolg; voor: Staat | null },
  kijker: Kijker,
): Promise<z.infer<typeof GevolgSchema>> {
  return presentGevolg(gevolg, voor, await leesNamen(db, genoemdIn(gevolg)), kijker);
}
