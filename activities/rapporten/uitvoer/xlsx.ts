import { type Cell, type SheetData, default as writeXlsxFile } from 'write-excel-file/node';

import type { Rapporttabel } from '#domain/rapport/tabel.ts';

import { celInBestand, OVER_VERHALEN, type Rapportblad } from './blad.ts';

/** One sheet about the report and one for each table: numbers are numbers, and whatever a text begins with, it stays text. */
export async function alsXlsx({ titel, regels, verhalen, tabellen }: Rapportblad): Promise<Buffer> {
  const voorblad = [[kop(titel)], ...regels.map((regel) => [tekst(regel)])];
  const bladen = [
    { data: voorblad, sheet: 'Over dit rapport', columns: [{ width: 100 }] },
    ...(verhalen.length === 0 ? [] : [verhalenblad(verhalen)]),
    ...tabellen.map((tabel) => ({
      data: celRijen(tabel),
      sheet: tabel.tab ?? tabel.titel,
      columns: tabel.koppen.map((_, i) => ({ width: i === 0 ? 48 : 16 })),
    })),
  ];
  return writeXlsxFile(bladen).toBuffer();
}

function verhalenblad(verhalen: Rapportblad['verhalen']) {
  const data = [
    [kop('Verhalen')],
    [tekst(OVER_VERHALEN)],
    ...verhalen.map(({ titel, verhaal }) => [tekst(titel), { ...tekst(verhaal), wrap: true }]),
  ];
  return { data, sheet: 'Verhalen', columns: [{ width: 48 }, { width: 100 }] };
}

function celRijen({ titel, zin, noot, koppen, rijen }: Rapporttabel): SheetData {
  return [
    [kop(titel)],
    [tekst(zin)],
    ...(noot === undefined ? [] : [[tekst(noot)]]),
    koppen.map(kop),
    ...rijen.map(({ naam, cellen }) => [tekst(naam), ...cellen.map((cel) => alsCel(celInBestand(cel)))]),
  ];
}

function alsCel(cel: string | number): Cell {
  return typeof cel === 'number' ? { type: Number, value: cel } : { ...tekst(cel), align: 'right' };
}

function tekst(value: string) {
  return { type: String, value } as const;
}

function kop(value: string) {
  return { type: String, value, fontWeight: 'bold' } as const;
}
