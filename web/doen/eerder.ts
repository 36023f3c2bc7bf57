import { ADRESSEN } from '#contract/adressen.ts';
import { leesOpgeloste } from '#db/queries/gelijkende.ts';
import { leesLessenBij } from '#db/queries/lessen.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { stelKnelpunttypenVoor, stelWettenVoor } from '#domain/voorstel/voorstel.ts';

import type { Paginavraag } from '../signalen/paginavraag.tsx';

/** Something that was solved before and may help, with where one reads it. */
export interface Eerder {
  tekst: string;
  adres: string;
}

/** More than these nobody opens while they tell something else. */
const EERDER_TOT = 3;

/** What worked before for what this text tells: lessen first, then signalen that were solved, as far as this person may read them. */
export async function leesEerder(
  { db, persoon }: Pick<Paginavraag, 'db' | 'persoon'>,
  tekst: string,
  nu: Tijdstip,
): Promise<Eerder[]> {
  const knelpunttypen = stelKnelpunttypenVoor(tekst);
  const codes = [...knelpunttypen, ...stelWettenVoor(tekst)];
  const blad = { vandaag: datumVan(nu), limiet: EERDER_TOT };
  const lessen = await leesLessenBij(db, persoon, { tekst, codes, nietUit: null }, blad);
  const zicht = lijstzichtVan(persoon);
  const opgelost =
    zicht === null ? [] : await leesOpgeloste(db, zicht, { tekst, knelpunttypen }, EERDER_TOT - lessen.length);
  return [
    ...lessen.map(({ titel, nummer }) => ({ tekst: titel, adres: ADRESSEN.les({ les: nummer }) })),
    ...opgelost.map(({ nummer, onderwerp }) => ({
      tekst: `${onderwerp ?? 'Zonder onderwerp'} (signaal ${nummer})`,
      adres: ADRESSEN.signaal({ nummer }),
    })),
  ];
}
