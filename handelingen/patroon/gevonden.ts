import { leesKoppelbaar } from '#db/queries/patroonvoorstellen.ts';
import type { Gevonden } from '#domain/patroon/opdracht.ts';

import type { Persoonssituatie } from '../handeling.ts';
import { patroonzichtVan } from './lezen.ts';

export const VOORSTEL = {
  verplicht: 'Kies het voorstel.',
  vorm: 'Geef het id van een patroonvoorstel.',
  onbekend: 'Dit voorstel is er niet, of er is al over besloten.',
} as const;

/** What the night found, with its signalen that can join a patroon; null for what this person may not see, or was decided on otherwise. */
export async function vindGevonden(voorstel: string, { db, persoon, id }: Persoonssituatie): Promise<Gevonden | null> {
  const zicht = patroonzichtVan(persoon);
  const gevonden = zicht === null ? null : await leesKoppelbaar(db, { voorstel, opdracht: id }, zicht);
  return gevonden === null ? null : { voorstel, signalen: gevonden.signalen };
}
