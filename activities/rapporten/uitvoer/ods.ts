import { strToU8, zipSync } from 'fflate';

import type { Rapporttabel } from '#domain/rapport/tabel.ts';

import { celInBestand, OVER_VERHALEN, type Rapportblad } from './blad.ts';

const SOORT = 'application/vnd.oasis.opendocument.spreadsheet';
const NAAMRUIMTEN = ['office', 'table', 'text', 'style']
  .map((naam) => `xmlns:${naam}="urn:oasis:names:tc:opendocument:xmlns:${naam}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ');
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
/** Any moment will do, as long as it is always the same: the same report is the same file. */
const TOEN = new Date('2000-01-01T00:00:00');

/** The same sheets in OpenDocument 1.3 (https://docs.oasis-open.org/office/OpenDocument/v1.3/), which the government asks for. */
export function alsOds({ titel, regels, verhalen, tabellen }: Rapportblad): Buffer {
  const bladen = [
    blad('Over dit rapport', [[kop(titel)], ...regels.map((regel) => [cel(regel)])]),
    ...(verhalen.length === 0
      ? []
      : [
          blad('Verhalen', [
            [kop('Verhalen')],
            [cel(OVER_VERHALEN)],
            ...verhalen.map((een) => [cel(een.titel), cel(een.verhaal)]),
          ]),
        ]),
    ...tabellen.map((tabel) => blad(tabel.tab ?? tabel.titel, celRijen(tabel))),
  ];
  const inhoud = `${XML}<office:document-content ${NAAMRUIMTEN} office:version="1.3"><office:automatic-styles>
    <style:style style:name="kop" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
    <style:style style:name="breed" style:family="table-column"><style:table-column-properties style:column-width="9cm"/></style:style>
    </office:automatic-styles><office:body><office:spreadsheet>${bladen.join('')}</office:spreadsheet></office:body></office:document-content>`;
  const over = `${XML}<office:document-meta ${NAAMRUIMTEN} office:version="1.3"><office:meta>
    <dc:title>${veilig(titel)}</dc:title><dc:language>nl-NL</dc:language></office:meta></office:document-meta>`;
  const bestanden = { 'content.xml': inhoud, 'meta.xml': over, 'META-INF/manifest.xml': MANIFEST };
  const delen = Object.entries(bestanden).map(([naam, tekst]) => [naam, [strToU8(tekst), { mtime: TOEN }]] as const);
  // The kind comes first and is not compressed, so that it can be read without unpacking.
  const soort = [strToU8(SOORT), { level: 0, mtime: TOEN }] as const;
  return Buffer.from(
    zipSync({ mimetype: [...soort], ...Object.fromEntries(delen.map(([naam, deel]) => [naam, [...deel]])) }),
  );
}

const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
  <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${SOORT}"/>
  <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
  <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

function celRijen({ titel, zin, noot, koppen, rijen }: Rapporttabel): string[][] {
  return [
    [kop(titel)],
    [cel(zin)],
    ...(noot === undefined ? [] : [[cel(noot)]]),
    koppen.map(kop),
    ...rijen.map(({ naam, cellen }) => [cel(naam), ...cellen.map((een) => cel(celInBestand(een)))]),
  ];
}

function blad(naam: string, rijen: readonly string[][]): string {
  const inhoud = rijen.map((cellen) => `<table:table-row>${cellen.join('')}</table:table-row>`).join('');
  return `<table:table table:name="${veilig(naam)}"><table:table-column table:style-name="breed"/>${inhoud}</table:table>`;
}

function cel(waarde: string | number): string {
  return typeof waarde === 'number'
    ? `<table:table-cell office:value-type="float" office:value="${waarde}"><text:p>${waarde}</text:p></table:table-cell>`
    : `<table:table-cell office:value-type="string"><text:p>${veilig(waarde)}</text:p></table:table-cell>`;
}

function kop(tekst: string): string {
  return cel(tekst).replace('<table:table-cell', '<table:table-cell table:style-name="kop"');
}

const TEKENS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': ' ' };

function veilig(tekst: string): string {
  return tekst.replaceAll(/[&<>"\n]/g, (teken) => TEKENS[teken] ?? '');
}
