import { filterVan } from '#contract/lijst.ts';
import { weergavenVoor } from '#contract/weergaven.ts';
import { telSignalen } from '#db/queries/signalen.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Telwachtend } from '../context.ts';
import { WACHTEND_TOT } from '../menu.ts';

/** Counts, for the menu, where it is this person's turn or that of the level where they work. */
export function createTelwachtend(nu: () => Tijdstip): Telwachtend {
  return async (db, persoon) => {
    const zicht = zichtVan(persoon);
    const weergaven = weergavenVoor(persoon);
    if (zicht === null || !weergaven.includes('aan_zet')) return {};
    const werkvoorraad = filterVan(
      { open: true, aanZet: weergaven.includes('oppakken') ? ['ik', 'niveau'] : ['ik'] },
      persoon,
      datumVan(nu()),
    );
    return telSignalen(db, { zicht, waarnemingen: persoon.waarnemingen }, { werkvoorraad }, WACHTEND_TOT + 1);
  };
}
