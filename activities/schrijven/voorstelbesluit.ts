import { type Db, rows, sql } from '#db/sql.ts';

import { StroomBezet } from './fouten.ts';
import type { Voorval } from './projectie.ts';

/**
 * Writes that a patroonvoorstel became this patroon, or joined it. Throws StroomBezet where somebody decided on it meanwhile: asked again,
 * it is no longer there to be chosen.
 */
export async function schrijfVoorstelbesluit(db: Db, { staat, verloop }: Voorval<'patroon'>): Promise<false> {
  for (const { gebeurtenis: g } of verloop) {
    if (g.soort !== 'voorstel_opgenomen' && !(g.soort === 'patroon_geopend' && g.voorstel !== undefined)) continue;
    const besluit = g.soort === 'patroon_geopend' ? 'aangenomen' : 'opgenomen';
    const geschreven = await rows(
      db,
      sql`update patroonvoorstel set besluit = ${besluit}, besluit_op = ${g.op}, besluit_door = ${g.door}, patroon = ${staat.id}
           where id = ${g.voorstel} and besluit is null returning id`,
    );
    if (geschreven.length === 0) throw new StroomBezet('Over dit voorstel is net besloten.');
  }
  return false;
}
