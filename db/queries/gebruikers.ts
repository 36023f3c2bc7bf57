import type { Regio } from '#domain/beleid/regios.ts';
import type { Persoon } from '#domain/signaal/kader.ts';

import { type Db, rows, sql } from '../sql.ts';

/** A person with an account. */
export interface Gebruiker extends Persoon {
  naam: string;
  email: string;
  telefoon: string;
  /** Where a filer of signalen without a known gemeente works. */
  thuisregio: Regio | null;
}

/** The person with this id (the `sub` of the OpenID provider), active or not. */
export async function vindGebruiker(db: Db, id: string): Promise<Gebruiker | null> {
  const [gebruiker] = await rows<Gebruiker>(
    db,
    sql`select id, naam, email, telefoon, rollen, regios, thuisregio, organisatie, actief from gebruiker where id = ${id}`,
  );
  return gebruiker ?? null;
}

/** Everybody with an active account, in the order in which they were added. */
export async function actieveGebruikers(db: Db): Promise<Gebruiker[]> {
  return rows<Gebruiker>(
    db,
    sql`select id, naam, email, telefoon, rollen, regios, thuisregio, organisatie, actief
        from gebruiker where actief order by telefoon, id`,
  );
}
