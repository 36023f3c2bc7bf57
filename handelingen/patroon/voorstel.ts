import {
  leesPatroonvoorstel,
  lijstBeslotenVoorstellen,
  lijstWachtendeVoorstellen,
  type Patroonvoorsteldossier,
  type Patroonvoorstelregel,
} from '#db/queries/patroonvoorstellen.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { patroonzichtVan } from './lezen.ts';

/** What the night found, as far as this person may see it: what waits on `vandaag` (Amsterdam), and what was decided. */
export async function leesVoorstellen(
  db: Db,
  vandaag: Datum,
): Promise<{ wachtend: Patroonvoorstelregel[]; eerder: Patroonvoorstelregel[] }> {
  const [wachtend, eerder] = [
    await lijstWachtendeVoorstellen(db, vandaag),
    await lijstBeslotenVoorstellen(db, vandaag),
  ];
  return { wachtend, eerder };
}

/** One of these; null where there is none for this person. */
export async function vindVoorstel(db: Db, id: string, persoon: Kijker): Promise<Patroonvoorsteldossier | null> {
  const zicht = patroonzichtVan(persoon);
  return zicht === null ? null : leesPatroonvoorstel(db, id, zicht);
}
