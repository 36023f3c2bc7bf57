import type { Casusstuk } from '#activities/casus/lezen.ts';
import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import { leesSignaalstand } from '#db/queries/signaal.ts';
import { leesToestemmingen } from '#db/queries/toestemmingen.ts';
import type { Db } from '#db/sql.ts';
import { geldt, leesbareDelenVoor } from '#domain/casus.ts';
import { MasterKeyMissing } from '#platform/key-ring.ts';

import type { Ketenpartnerpaginas } from './paginas.tsx';

/**
 * What the family lets this party read; that it once did and does not any more; or that it allows something which cannot be opened
 * now. null: nothing was ever allowed.
 */
export type OverWieVoorPartij =
  | { soort: 'open'; stroom: string; stukken: readonly Casusstuk[]; totEnMet: string }
  | { soort: 'dicht' | 'niet_te_openen' }
  | null;

/** Read as the holder of the link, so that PostgreSQL shows no other part either. */
export async function leesOverWie(
  { casus, database }: Pick<Ketenpartnerpaginas, 'casus' | 'database'>,
  link: string,
  { nummer, verzoek, vandaag }: Pick<Vraag, 'nummer' | 'verzoek' | 'vandaag'>,
): Promise<OverWieVoorPartij> {
  const db: Db = database.voor({ rol: 'partner', link });
  const stand = await leesSignaalstand(db, nummer);
  if (stand === null) return null;
  const gegeven = (await leesToestemmingen(db, stand.id)).filter((een) => een.verzoek === verzoek);
  const delen = leesbareDelenVoor(verzoek, gegeven, vandaag);
  if (delen.length === 0) return gegeven.length === 0 ? null : { soort: 'dicht' };
  const totEnMet = gegeven.flatMap((een) => (geldt(een, vandaag) ? [een.totEnMet] : [])).toSorted()[0] ?? vandaag;
  try {
    const stukken = (await casus.lees(db, stand.id)).filter(({ soort }) => delen.includes(soort));
    return { soort: 'open', stroom: stand.id, stukken, totEnMet };
  } catch (error) {
    if (error instanceof MasterKeyMissing) return { soort: 'niet_te_openen' };
    throw error;
  }
}
