import {
  leesLaatsteZoeking,
  leesPatroonvoorstel,
  lijstBeslotenVoorstellen,
  lijstWachtendeVoorstellen,
  type Patroonvoorsteldossier,
  type Patroonvoorstelregel,
  type Patroonzoeking,
} from '#db/queries/patroonvoorstellen.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { patroonzichtVan } from './lezen.ts';

/** What was found, as far as this person may see it: what waits on `vandaag` (Amsterdam), what was decided, and when was looked last. */
export async function leesVoorstellen(
  db: Db,
  vandaag: Datum,
): Promise<{
  wachtend: Patroonvoorstelregel[];
  eerder: Patroonvoorstelregel[];
  laatsteZoeking: Patroonzoeking | null;
}> {
  return {
    wachtend: await lijstWachtendeVoorstellen(db, vandaag),
    eerder: await lijstBeslotenVoorstellen(db, vandaag),
    laatsteZoeking: await leesLaatsteZoeking(db),
  };
}

/** One of these; null where there is none for this person. */
export async function vindVoorstel(db: Db, id: string, persoon: Kijker): Promise<Patroonvoorsteldossier | null> {
  const zicht = patroonzichtVan(persoon);
  return zicht === null ? null : leesPatroonvoorstel(db, id, zicht);
}
