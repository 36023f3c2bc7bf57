import assert from 'node:assert/strict';

import { strFromU8, unzipSync } from 'fflate';
import * as mupdf from 'mupdf';

import { bestandVan } from '#activities/rapporten/uitvoer/bestanden.ts';
import { tabellenVan } from '#domain/rapport/tabellen.ts';
import { RAPPORTVORMEN, type Rapportvorm } from '#domain/rapport/vormen.ts';
import { RAPPORT } from '#test/support/rapportinhoud.ts';

const TABELLEN = tabellenVan(RAPPORT.inhoud, RAPPORT.teksten?.titels ?? {});
const maak = async (vorm: Rapportvorm): Promise<Buffer> => (await bestandVan(RAPPORT, vorm)).inhoud;
const inpakt = (bestand: Buffer) =>
  Object.fromEntries(Object.entries(unzipSync(bestand)).map(([naam, inhoud]) => [naam, strFromU8(inhoud)]));

describe('a report as a file', () => {
  for (const vorm of Object.keys(RAPPORTVORMEN) as Rapportvorm[])
    it(`is the same each time, and named after its half year and version: ${vorm}`, async () => {
      const { naam } = await bestandVan(RAPPORT, vorm);
      assert.equal(naam, `signaalpunt-rapport-2027-1-v2.${vorm}`);
      if (vorm !== 'xlsx') assert.deepEqual(await maak(vorm), await maak(vorm));
    });

  it('as CSV is what Excel in Dutch opens: a mark, semicolons, commas in numbers, and no formula', async () => {
    const csv = (await maak('csv')).toString('utf8');
    assert.ok(csv.startsWith('\uFEFF'));
    assert.ok(!/[^\r]\n/.test(csv));
    assert.match(csv, /\r\nSamen;1200;129;10,8\r\n/);
    for (const [, cel = ''] of csv.matchAll(/(?:^|[;\n])"?([^;\r\n"]+)/g)) assert.doesNotMatch(cel, /^[=+@-]/);
    assert.match(csv, /'=HYPERLINK/);
    assert.match(csv, /\r\n'=Mieke;Mieke #strong/);
    assert.match(csv, /'@Wachten tussen twee ""gemeenten""/);
  });

  it('as ODS has a sheet for each table, with numbers as numbers and texts as texts', async () => {
    const bestand = await maak('ods');
    // By these bytes one knows the kind without unpacking (OpenDocument 1.3, part 2, 3.3).
    assert.equal(bestand.subarray(30, 84).toString(), 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    const { 'content.xml': inhoud = '', 'meta.xml': over = '' } = inpakt(bestand);
    const bladen = Array.from(inhoud.matchAll(/<table:table table:name="([^"]+)"/g), ([, naam]) => naam);
    assert.deepEqual(bladen, ['Over dit rapport', 'Verhalen', ...TABELLEN.map(({ tab, titel }) => tab ?? titel)]);
    assert.match(inhoud, /office:value-type="float" office:value="10.8"/);
    assert.match(inhoud, /office:value-type="string"><text:p>=HYPERLINK\(&quot;x&quot;\); #strong\[vet\] &lt;b&gt;vet/);
    assert.doesNotMatch(inhoud, /table:formula/);
    assert.match(over, /<dc:title>Signalen in de eerste helft van 2027<\/dc:title><dc:language>nl-NL</);
  });

  it('has on each tab what people read above the table, as far as it fits', () => {
    const tabs = TABELLEN.map(({ tab, titel }) => tab ?? titel);
    assert.deepEqual(
      tabs.filter((tab) => tab.length > 31 || /[[\]:*?/\\]/.test(tab)),
      [],
    );
    assert.equal(new Set(tabs).size, tabs.length);
    assert.ok(tabs.includes('Signalen per honderd cliënten'));
  });

  it('as XLSX has the same sheets, and whatever a text begins with, it is no formula', async () => {
    const delen = inpakt(await maak('xlsx'));
    const bladen = Array.from(
      delen['xl/workbook.xml']?.matchAll(/<sheet [^>]*name="([^"]+)"/g) ?? [],
      ([, naam]) => naam,
    );
    assert.deepEqual(bladen, ['Over dit rapport', 'Verhalen', ...TABELLEN.map(({ tab, titel }) => tab ?? titel)]);
    const blad = Object.entries(delen).filter(([naam]) => naam.startsWith('xl/worksheets/sheet'));
    assert.ok(blad.some(([, inhoud]) => inhoud.includes('<v>10.8</v>')));
    for (const [naam, inhoud] of blad) assert.doesNotMatch(inhoud, /<f[ >]/, naam);
    assert.match(delen['xl/sharedStrings.xml'] ?? '', /=HYPERLINK/);
  });

  describe('as PDF', () => {
    let document: mupdf.PDFDocument;
    before(async () => {
      document = mupdf.Document.openDocument(await maak('pdf'), 'application/pdf') as mupdf.PDFDocument;
    });

    it('says that it is PDF/UA-1, in Dutch, by its title', () => {
      const wortel = document.getTrailer().get('Root');
      assert.equal(document.getMetaData('info:Title'), 'Signalen in de eerste helft van 2027');
      assert.equal(wortel.get('Lang').asString(), 'nl-NL');
      assert.equal(wortel.get('MarkInfo').get('Marked').asBoolean(), true);
      assert.equal(wortel.get('ViewerPreferences').get('DisplayDocTitle').asBoolean(), true);
      assert.match(wortel.get('Metadata').readStream().asString(), /<pdfuaid:part>1<\/pdfuaid:part>/);
    });

    it('is tagged: a title, a heading for each table, and in each the heads of its columns', () => {
      const labels = labelsIn(document.getTrailer().get('Root').get('StructTreeRoot').get('K'));
      const aantal = (label: string): number => labels.filter((een) => een === label).length;
      assert.equal(aantal('H1'), 1 + TABELLEN.length);
      assert.equal(aantal('H2'), RAPPORT.vignetten.length);
      assert.equal(aantal('Table'), TABELLEN.length);
      assert.equal(
        aantal('TH'),
        TABELLEN.reduce((tot, { koppen }) => tot + koppen.length, 0),
      );
      assert.equal(
        aantal('TD'),
        TABELLEN.reduce((tot, { koppen, rijen }) => tot + koppen.length * rijen.length, 0),
      );
    });

    it('reads what people wrote as text, and has its letters with it', () => {
      const tekst = Array.from({ length: document.countPages() }, (_, i) =>
        document.loadPage(i).toStructuredText('').asText(),
      ).join('\n');
      assert.match(tekst, /=HYPERLINK\("x"\); #strong\[vet\] <b>vet<\/b> & meer/);
      assert.match(tekst, /=Mieke\s+Mieke #strong\[wacht\] <b>al<\/b> een jaar\./);
      assert.match(tekst, /afgeschermd/);
      const letters = document.loadPage(0).getObject().get('Resources').get('Font');
      let aantal = 0;
      letters.forEach((letter) => {
        aantal += 1;
        assert.match(letter.get('BaseFont').asName(), /^[A-Z]{6}\+SourceSans3/);
      });
      assert.ok(aantal > 0);
    });
  });
});

/** The label of every element below this one of the structure tree. */
function labelsIn(element: mupdf.PDFObject): string[] {
  if (element.isArray()) {
    const labels: string[] = [];
    element.forEach((deel) => labels.push(...labelsIn(deel)));
    return labels;
  }
  if (!element.isDictionary() || element.get('S').isNull()) return [];
  const binnen = element.get('K');
  return [element.get('S').asName(), ...(binnen.isNull() ? [] : labelsIn(binnen))];
}
