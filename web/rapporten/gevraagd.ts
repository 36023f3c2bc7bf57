import type { Request } from 'express';

import { rapportVan } from '#contract/rapport.ts';
import { leesRapport, type VolledigRapport } from '#db/queries/rapporten.ts';
import type { Db } from '#db/sql.ts';

/** The report of this address; null when there is none, or when it is not theirs to read. */
export async function leesGevraagd(db: Db, req: Request): Promise<VolledigRapport | null> {
  const welk = rapportVan(String(req.params['rapport']));
  return welk === null ? null : leesRapport(db, welk.periode, welk.versie);
}
