import { filterVan } from '#contract/lijst.ts';
import { weergavenVoor } from '#contract/weergaven.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { telPatroonvoorstellen } from '#db/queries/patroonvoorstellen.ts';
import { telVast } from '#db/queries/signalen.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import type { Db } from '#db/sql.ts';
import { heeftRol } from '#domain/bevoegdheden.ts';
import { datumVan, type Datum, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Telwachtend } from '../context.ts';
import { WACHTEND_TOT, type Wachtend } from '../menu.ts';

/** Counts, for the menu, what waits for this person: their turn or that of the level where they work, and what the night found. */
export function createTelwachtend(nu: () => Tijdstip): Telwachtend {
  return async (db, persoon) => {
    const vandaag = datumVan(nu());
    const [werk, voorstellen] = await Promise.all([
      telWerk(db, persoon, vandaag),
      telVoorstellen(db, persoon, vandaag),
    ]);
    return { ...werk, ...voorstellen };
  };
}

async function telWerk(db: Db, persoon: Gebruiker, vandaag: Datum): Promise<Wachtend> {
  const zicht = lijstzichtVan(persoon);
  const weergaven = weergavenVoor(persoon);
  if (zicht === null || !weergaven.includes('aan_zet')) return {};
  const aanZet = weergaven.includes('oppakken') ? (['ik', 'niveau'] as const) : (['ik'] as const);
  const werkvoorraad = filterVan({ open: true, aanZet: [...aanZet] }, persoon, vandaag);
  return telVast(db, zicht, { werkvoorraad }, WACHTEND_TOT + 1);
}

/** For who decides on it. */
async function telVoorstellen(db: Db, persoon: Gebruiker, vandaag: Datum): Promise<Wachtend> {
  if (!heeftRol(persoon, 'landelijk_team')) return {};
  return { patroonvoorstellen: await telPatroonvoorstellen(db, vandaag, WACHTEND_TOT + 1) };
}
