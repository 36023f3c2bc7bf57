import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { msVan } from '#domain/tijd/amsterdam.ts';

import { celInBestand, OVER_VERHALEN, type Rapportblad } from './blad.ts';

const LETTERS = path.dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/source-sans-3/package.json')));
const GEBRUIKT = ['400Regular', '700Bold'].map((snit) => path.join(LETTERS, snit));

/**
 * As PDF/UA-1 (ISO 14289-1): tagged, with a title and a language, which Typst refuses to write otherwise. What people wrote goes in as
 * data, never as markup. Throws Error with what Typst says is wrong.
 */
export async function alsPdf({ titel, op, regels, verhalen, tabellen }: Rapportblad): Promise<Buffer> {
  const gegevens = JSON.stringify({
    titel,
    regels,
    over: OVER_VERHALEN,
    verhalen: verhalen.map((een) => ({ titel: een.titel, alineas: een.verhaal.split(/\n+/) })),
    tabellen: tabellen.map(({ noot = null, rijen, ...tabel }) => ({
      ...tabel,
      noot,
      rijen: rijen.map(({ naam, isTotaal = false, cellen }) => ({ naam, isTotaal, cellen: cellen.map(inWoorden) })),
    })),
  });
  // Fifty megabytes, for who asks for a PDF.
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const zetter = NodeCompiler.create({ fontArgs: [{ fontPaths: GEBRUIKT }] });
  return zetter.pdf(
    { mainFileContent: OPMAAK, inputs: { gegevens } },
    { pdfStandard: 'ua-1', creationTimestamp: Math.floor(msVan(op) / 1000) },
  );
}

function inWoorden(cel: Parameters<typeof celInBestand>[0]): string {
  const waarde = celInBestand(cel);
  return typeof waarde === 'number' ? waarde.toLocaleString('nl-NL') : waarde;
}

const OPMAAK = `
#let rapport = json(bytes(sys.inputs.gegevens))
#set document(title: rapport.titel, author: "Metgezel")
#set text(lang: "nl", region: "NL", font: "Source Sans 3", size: 10pt)
#set page(paper: "a4", flipped: true, margin: 18mm, numbering: "1 / 1")
#set par(leading: 0.6em)
#set table(stroke: none, inset: 5pt)
#show heading: set text(fill: rgb("#154273"))
#show heading: set block(below: 0.8em, above: 1.4em, sticky: true)
#show table.cell.where(y: 0): strong

#title()
#for regel in rapport.regels [#par(regel)]

#if rapport.verhalen.len() > 0 [
  = Verhalen
  #par(rapport.over)
  #for verhaal in rapport.verhalen [
    == #verhaal.titel
    #for alinea in verhaal.alineas [#par(alinea)]
  ]
]

#for tabel in rapport.tabellen [
  = #tabel.titel
  #par(tabel.zin)
  #if tabel.rijen.len() > 0 {
    table(
      columns: (2fr,) + (1fr,) * (tabel.koppen.len() - 1),
      align: (kolom, rij) => if kolom == 0 { left } else { right },
      table.header(..tabel.koppen.map(kop => [#kop]), table.hline(stroke: 1pt)),
      ..tabel.rijen.map(rij => {
        let zet(tekst) = if rij.isTotaal { strong(tekst) } else { [#tekst] }
        (zet(rij.naam),) + rij.cellen.map(zet) + (table.hline(stroke: 0.5pt + rgb("#b4b4b4")),)
      }).flatten(),
    )
  }
  #if tabel.noot != none { text(size: 9pt, fill: rgb("#535353"), tabel.noot) }
]
`;
