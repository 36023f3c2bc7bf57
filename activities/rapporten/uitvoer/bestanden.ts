import type { VolledigRapport } from '#db/queries/rapporten.ts';

import { bladVan, type Rapportblad } from './blad.ts';
import { alsCsv } from './csv.ts';
import { alsOds } from './ods.ts';
import { alsPdf } from './pdf.ts';
import { alsXlsx } from './xlsx.ts';

interface Vormuitleg {
  /** As it is offered. */
  naam: string;
  mediatype: string;
  maak: (blad: Rapportblad) => Buffer | Promise<Buffer>;
}

/** The forms in which a report leaves the service, by the end of the name of the file. */
export const RAPPORTVORMEN = {
  pdf: { naam: 'PDF', mediatype: 'application/pdf', maak: alsPdf },
  ods: {
    naam: 'ODS, voor elk rekenprogramma',
    mediatype: 'application/vnd.oasis.opendocument.spreadsheet',
    maak: alsOds,
  },
  xlsx: {
    naam: 'Excel',
    mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    maak: alsXlsx,
  },
  csv: { naam: 'CSV voor Excel', mediatype: 'text/csv; charset=utf-8', maak: alsCsv },
} satisfies Record<string, Vormuitleg>;

export type Rapportvorm = keyof typeof RAPPORTVORMEN;

export function isRapportvorm(vorm: string): vorm is Rapportvorm {
  return Object.hasOwn(RAPPORTVORMEN, vorm);
}

/** The report as a file. */
export async function bestandVan(
  rapport: VolledigRapport,
  vorm: Rapportvorm,
): Promise<{ naam: string; mediatype: string; inhoud: Buffer }> {
  const { mediatype, maak }: Vormuitleg = RAPPORTVORMEN[vorm];
  return {
    naam: `signaalpunt-rapport-${rapport.periode}-v${rapport.versie}.${vorm}`,
    mediatype,
    inhoud: await maak(bladVan(rapport)),
  };
}
