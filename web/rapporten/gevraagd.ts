import type { Request } from 'express';

import { rapportVan } from '#contract/rapport.ts';
import { actieveGebruikers, type Gebruiker } from '#db/queries/gebruikers.ts';
import { leesRapport, type VolledigRapport } from '#db/queries/rapporten.ts';
import type { Db } from '#db/sql.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';

/** The report of this address; null when there is none, or when it is not theirs to read. */
export async function leesGevraagd(db: Db, req: Request): Promise<VolledigRapport | null> {
  const welk = rapportVan(String(req.params['rapport']));
  return welk === null ? null : leesRapport(db, welk.periode, welk.versie);
}

/** Who can write stories and look them over. */
export async function landelijkTeam(db: Db): Promise<Gebruiker[]> {
  return (await actieveGebruikers(db)).filter((persoon) => heeftRol(persoon, 'landelijk_team'));
}
