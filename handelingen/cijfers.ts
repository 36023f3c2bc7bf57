import type * as z from 'zod';

import { cijferregios, type Cijfers, cijfervraag, type Cijfervragen, presentCijfers } from '#contract/cijfers.ts';
import { telCijfers } from '#db/queries/cijfers.ts';
import { leesKalender } from '#db/queries/feestdagen.ts';
import { leesNoemers } from '#db/queries/noemers.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import type { Db } from '#db/sql.ts';
import type { Kijker } from '#domain/bevoegdheden.ts';
import { clientenOp } from '#domain/rapport/noemers.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { tijdvakVan } from '#domain/tijd/tijdvak.ts';

/** The figures that this person asks for, as they are on that day in Amsterdam; null where these are not theirs. */
export async function leesCijfers(
  db: Db,
  kijker: Kijker,
  { regio, tijdvak: gevraagd }: z.output<typeof Cijfervragen>,
  vandaag: Datum,
): Promise<z.infer<typeof Cijfers> | null> {
  const zicht = lijstzichtVan(kijker);
  const regios = cijferregios(kijker, regio);
  if (zicht === null || regios === undefined) return null;
  const tijdvak = gevraagd ?? null;
  const dagen = tijdvakVan(tijdvak, vandaag);
  const vraag = cijfervraag(regios, dagen, vandaag, await leesKalender(db));
  const telling = await telCijfers(db, zicht, vraag);
  const noemers = clientenOp(await leesNoemers(db), dagen.totEnMet);
  return presentCijfers(telling, { regios, noemers }, { tijdvak, dagen, vandaag }, kijker);
}
