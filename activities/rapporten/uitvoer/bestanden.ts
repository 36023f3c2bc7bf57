import type { VolledigRapport } from '#db/queries/rapporten.ts';
import { RAPPORTVORMEN, type Rapportvorm } from '#domain/rapport/vormen.ts';

import { bladVan, type Rapportblad } from './blad.ts';
import { alsCsv } from './csv.ts';
import { alsOds } from './ods.ts';
import { alsPdf } from './pdf.ts';
import { alsXlsx } from './xlsx.ts';

const MAKEN: Readonly<Record<Rapportvorm, (blad: Rapportblad) => Buffer | Promise<Buffer>>> = {
  pdf: alsPdf,
  ods: alsOds,
  xlsx: alsXlsx,
  csv: alsCsv,
};

/** The report as a file. */
export async function bestandVan(
  rapport: VolledigRapport,
  vorm: Rapportvorm,
): Promise<{ naam: string; mediatype: string; inhoud: Buffer }> {
  return {
    naam: `signaalpunt-rapport-${rapport.periode}-v${rapport.versie}.${vorm}`,
    mediatype: RAPPORTVORMEN[vorm].mediatype,
    inhoud: await MAKEN[vorm](bladVan(rapport)),
  };
}
