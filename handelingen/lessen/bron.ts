import { leesbereikIn } from '#contract/leesbereik.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { leesLesindeling, type Lesindeling } from '#db/queries/lessen.ts';
import { leesSignaalstand, type Signaalstand } from '#db/queries/signaal.ts';
import type { Db } from '#db/sql.ts';
import { betrokkenOrganisaties, opDatum } from '#domain/bevoegdheden.ts';
import type { DomainError } from '#domain/errors.ts';
import { bezwaarTegenGebruikBij, bezwaarTegenSchrijven, type Lesgebruik } from '#domain/les.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { vindPatroon } from '../patroon/lezen.ts';

/** What a les comes from. */
export interface OpgelosteZaak {
  id: string;
  nummer: string;
  /** Those that may be named in the les. */
  organisaties: readonly string[];
  /** How it was classified, to begin with. */
  indeling: Lesindeling;
  /** Why this person writes no les about it now; null when they may. */
  bezwaar: DomainError | null;
}

/** The signaal or patroon with this nummer, where this person may read all of it. */
export async function vindBron(db: Db, nummer: string, persoon: Gebruiker): Promise<OpgelosteZaak | null> {
  return nummer.startsWith('P-') ? vanPatroon(db, nummer, persoon) : vanSignaal(db, nummer, persoon);
}

/** Why this person writes no les about this signaal now; null when they may. */
export function bezwaarBijBron(
  { staat, nu }: Pick<Signaalstand, 'staat' | 'nu'>,
  persoon: Gebruiker,
): DomainError | null {
  return bezwaarTegenSchrijven(opDatum(persoon, datumVan(nu)), { soort: 'signaal', ...staat });
}

/** Whether this person may say now that a les was used for this signaal, or was not after all. */
export function magGebruiken(
  stand: Pick<Signaalstand, 'staat' | 'nu'>,
  persoon: Gebruiker,
  gebruik: Lesgebruik,
): boolean {
  const wie = opDatum(persoon, datumVan(stand.nu));
  return leesbereikIn(stand, persoon) === 'alles' && bezwaarTegenGebruikBij(wie, stand.staat, gebruik) === null;
}

async function vanSignaal(db: Db, nummer: string, persoon: Gebruiker): Promise<OpgelosteZaak | null> {
  const stand = await leesSignaalstand(db, nummer);
  if (stand === null || leesbereikIn(stand, persoon) !== 'alles') return null;
  const { id, staat } = stand;
  return {
    id,
    nummer: stand.nummer,
    organisaties: betrokkenOrganisaties(staat),
    indeling: await leesLesindeling(db, id),
    bezwaar: bezwaarBijBron(stand, persoon),
  };
}

async function vanPatroon(db: Db, nummer: string, persoon: Gebruiker): Promise<OpgelosteZaak | null> {
  const patroon = await vindPatroon(db, nummer, persoon);
  if (patroon === null) return null;
  const { id, staat, nu } = patroon;
  return {
    id,
    nummer,
    organisaties: staat.organisatie === null ? [] : [staat.organisatie],
    indeling: await leesLesindeling(db, id),
    bezwaar: bezwaarTegenSchrijven(opDatum(persoon, datumVan(nu)), { soort: 'patroon', fase: staat.fase }),
  };
}
