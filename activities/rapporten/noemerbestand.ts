import { NOEMERGROEPEN, NOEMERREGIOS, NOEMERSOORTEN, type Noemer, noemersleutel } from '#domain/rapport/noemers.ts';
import { isLangerDan, schoon } from '#domain/tekst.ts';
import { isDatum } from '#domain/tijd/amsterdam.ts';

import { Bestandsfouten, opgesomd, rijenVan } from '../bestanden/csv.ts';

const KOLOMMEN = ['soort', 'peildatum', 'doelgroep', 'regio', 'aantal', 'bron'] as const;
type Kolom = (typeof KOLOMMEN)[number];

const HOOGSTE = 1_000_000;
const LANGSTE_BRON = 200;

/**
 * The numbers in a CSV file: a line with the names of the columns in any order, then one number a line. Throws Bestandsfouten with every
 * fault.
 */
export function leesNoemerbestand(bestand: Uint8Array): Noemer[] {
  const [kop, ...rijen] = rijenVan(bestand);
  const kolommen = (kop?.cellen ?? []).map((naam) => naam.toLowerCase());
  const ontbreekt = KOLOMMEN.filter((kolom) => !kolommen.includes(kolom));
  if (ontbreekt.length > 0)
    throw new Bestandsfouten([`De eerste regel mist ${opgesomd(ontbreekt)}. Nodig: ${KOLOMMEN.join(';')}`]);
  const fouten: string[] = [];
  const gezien = new Map<string, number>();
  const noemers = rijen.flatMap(({ regel, cellen }) => {
    const meld = (zin: string): void => void fouten.push(`Regel ${regel}: ${zin}`);
    if (cellen.length !== kolommen.length)
      meld(`hier staan ${cellen.length} kolommen, en dat moeten er ${kolommen.length} zijn.`);
    const noemer = leesRegel((kolom) => schoon(cellen[kolommen.indexOf(kolom)] ?? '', 'een_regel'), meld);
    if (noemer === null) return [];
    const sleutel = noemersleutel(noemer);
    if (gezien.has(sleutel)) meld(`dit getal staat ook op regel ${gezien.get(sleutel)}.`);
    gezien.set(sleutel, regel);
    return [noemer];
  });
  if (rijen.length === 0) fouten.push('Er staat geen enkel getal in.');
  if (fouten.length > 0) throw new Bestandsfouten(fouten);
  return noemers;
}

function leesRegel(cel: (kolom: Kolom) => string, meld: (zin: string) => void): Noemer | null {
  const soort = kies('soort', NOEMERSOORTEN, cel, meld);
  const doelgroep = kies('doelgroep', NOEMERGROEPEN, cel, meld);
  const regio = kies('regio', NOEMERREGIOS, cel, meld);
  const [peildatum, bron] = [cel('peildatum'), cel('bron')];
  if (!isDatum(peildatum)) meld('peildatum is geen bestaande datum. Schrijf een datum als 2027-03-25.');
  if (bron === '') meld('bron ontbreekt: waar staat dit getal?');
  if (isLangerDan(bron, LANGSTE_BRON)) meld(`bron heeft meer dan ${LANGSTE_BRON} tekens.`);
  const aantal = /^\d{1,7}$/.test(cel('aantal')) ? Number(cel('aantal')) : Number.NaN;
  if (!(aantal <= HOOGSTE)) meld(`aantal is een heel getal van 0 tot en met ${HOOGSTE}, zonder punten.`);
  if (soort === undefined || doelgroep === undefined || regio === undefined) return null;
  return { soort, peildatum, doelgroep, regio, aantal, bron };
}

function kies<const T extends string>(
  kolom: Kolom,
  codes: readonly T[],
  cel: (kolom: Kolom) => string,
  meld: (zin: string) => void,
): T | undefined {
  const gevonden = codes.find((code) => code.toLowerCase() === cel(kolom).toLowerCase());
  if (gevonden === undefined) meld(`${kolom} “${cel(kolom)}” kennen wij niet; kies uit ${codes.join(', ')}.`);
  return gevonden;
}
