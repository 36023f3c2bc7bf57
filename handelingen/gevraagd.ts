import { type GevraagdAanU, genoemdInGevraagd, presentGevraagd } from '#contract/gevraagd.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { leesGevraagd } from '#db/queries/gevraagd.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import type { Db } from '#db/sql.ts';

/** More than anybody has. */
const HOOGSTENS = 200;

/** What waits for the answer of this person, for the page and the API alike. */
export async function leesVragenAan(persoon: Gebruiker, db: Db): Promise<GevraagdAanU> {
  const zicht = lijstzichtVan(persoon);
  const gevonden = zicht === null ? [] : await leesGevraagd(db, zicht, HOOGSTENS);
  return presentGevraagd(gevonden, await leesNamen(db, genoemdInGevraagd(gevonden)), persoon);
}
