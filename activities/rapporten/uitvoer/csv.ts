import { stringify } from 'csv-stringify/sync';

import type { Rapporttabel } from '#domain/rapport/tabel.ts';

import { celInBestand, OVER_VERHALEN, type Rapportblad } from './blad.ts';

/**
 * All tables below each other, as Excel in Dutch opens them: a semicolon between columns, a comma in numbers, and a text that begins like
 * a formula stays text.
 */
export function alsCsv({ titel, regels, verhalen, tabellen }: Rapportblad): Buffer {
  const verteld =
    verhalen.length === 0
      ? []
      : [[], ['Verhalen'], [OVER_VERHALEN], ...verhalen.map((een) => [een.titel, een.verhaal])];
  const rijen = [[titel], ...regels.map((regel) => [regel]), ...verteld, ...tabellen.flatMap(rijenVan)];
  return inExcel(rijen);
}

/** Lines below each other, as Excel in Dutch opens them. */
export function inExcel(rijen: readonly (readonly string[])[]): Buffer {
  return Buffer.from(
    stringify([...rijen], { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true }),
  );
}

function rijenVan({ titel, zin, noot, koppen, rijen }: Rapporttabel): string[][] {
  return [
    [],
    [titel],
    [zin],
    ...(noot === undefined ? [] : [[noot]]),
    [...koppen],
    ...rijen.map(({ naam, cellen }) => [naam, ...cellen.map((cel) => inCsv(celInBestand(cel)))]),
  ];
}

function inCsv(cel: string | number): string {
  return typeof cel === 'number' ? String(cel).replace('.', ',') : cel;
}
