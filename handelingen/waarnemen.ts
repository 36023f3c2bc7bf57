import type * as z from 'zod';

import type { NieuweWaarneming } from '#contract/waarneming.ts';
import { vindGebruiker, type Gebruiker } from '#db/queries/gebruikers.ts';
import type { Db } from '#db/sql.ts';
import { bezwaarTegenWaarneming, zichtVan } from '#domain/bevoegdheden.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import type { Veldfout } from './handeling.ts';

/** Everything that only the data can tell of a new waarneming, and why this person may not arrange it; null when they may. */
export async function bezwarenTegen(
  db: Db,
  { afwezige: id, waarnemer, totEnMetDatum }: z.output<typeof NieuweWaarneming>,
  gebruiker: Gebruiker,
  vandaag: Datum,
): Promise<{ fouten: Veldfout[]; waarom: string | null }> {
  const afwezige = id ?? gebruiker.id;
  const weg = await vindGebruiker(db, afwezige);
  const ander = await vindGebruiker(db, waarnemer);
  const mogelijk: [boolean, string, Veldfout['soort']][] = [
    [weg === null, 'afwezige', 'onbekend'],
    [ander === null || zichtVan(ander) === null, 'waarnemer', 'onbekend'],
    [waarnemer === afwezige, 'waarnemer', 'niet_zelf'],
    [totEnMetDatum < vandaag, 'totEnMetDatum', 'verleden'],
  ];
  const bezwaar = weg === null ? null : bezwaarTegenWaarneming(gebruiker, { afwezige: weg, waarnemer });
  return {
    fouten: mogelijk.flatMap(([mis, veld, soort]) => (mis ? [{ pad: [veld], soort }] : [])),
    waarom: bezwaar === null ? null : WIE_WEL[bezwaar],
  };
}

const WIE_WEL = {
  niet_haar_mensen:
    'U regelt dit alleen voor u zelf of, als coördinator, voor mensen van uw regio. Vraag het aan de afwezige zelf, aan een coördinator van die regio of aan het landelijk team.',
  maakt_zichzelf_waarnemer:
    'Niemand maakt zichzelf waarnemer van een ander. Vraag het aan de afwezige zelf, aan een andere coördinator van die regio of aan een ander van het landelijk team.',
} as const;
