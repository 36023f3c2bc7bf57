import { type Code, codesVan, type Knelpunttype, labelVan, type Wet } from '../beleid/codelijsten.ts';
import { KNELPUNTWOORDEN, WETWOORDEN, type Woorden } from './lexicon.ts';

/** So many of each are proposed. */
export const HOOGSTENS = 3;

const STERK = 3;
const ZWAK = 1;
/** What speaks for a code by its words in the code list alone. */
const LABEL = 2;

/** How words begin, with what they weigh; in a readable text (`leesbaar`) each begins after a space, unless it may stand inside a word. */
type Gewicht = readonly [begin: string, gewicht: number];

const KNELPUNT = gewichten('knelpunttype', KNELPUNTWOORDEN);
const WET = gewichten('wet', WETWOORDEN);

/** The kinds of knelpunt of which this text seems to tell, the likeliest first; none when no word speaks for one. Decides nothing. */
export function stelKnelpunttypenVoor(tekst: string): Knelpunttype[] {
  return besten(tekst, KNELPUNT);
}

/** The laws that it seems to be about, the same way. */
export function stelWettenVoor(tekst: string): Wet[] {
  return besten(tekst, WET);
}

/** Those of these names that stand in the text, the longest first: the more words, the surer it is meant. */
export function genoemdeIn<T extends { naam: string }>(tekst: string, namen: readonly T[]): T[] {
  const gelezen = leesbaar(tekst);
  const genoemd = namen.filter(({ naam }) => {
    const gezocht = leesbaar(naam);
    return gezocht.trim() !== '' && gelezen.includes(gezocht);
  });
  return genoemd.toSorted((een, ander) => ander.naam.length - een.naam.length).slice(0, HOOGSTENS);
}

function besten<C extends string>(tekst: string, gewichtenVan: ReadonlyMap<C, readonly Gewicht[]>): C[] {
  const gelezen = leesbaar(tekst);
  const gewogen = Array.from(gewichtenVan, ([code, woorden]) => {
    const gevonden = woorden.filter(([begin]) => gelezen.includes(begin));
    return { code, som: gevonden.reduce((som, [, gewicht]) => som + gewicht, 0) };
  });
  return gewogen
    .filter(({ som }) => som > 0)
    .toSorted((een, ander) => ander.som - een.som)
    .slice(0, HOOGSTENS)
    .map(({ code }) => code);
}

function gewichten<L extends 'knelpunttype' | 'wet'>(
  lijst: L,
  woorden: Readonly<Partial<Record<Code<L>, Woorden>>>,
): ReadonlyMap<Code<L>, readonly Gewicht[]> {
  const paren = codesVan(lijst).flatMap((code): [Code<L>, readonly Gewicht[]][] => {
    const eigen: Woorden | undefined = woorden[code];
    if (eigen === undefined) return [];
    const alles = [
      ...begin(eigen.sterk, STERK),
      ...begin(eigen.zwak ?? '', ZWAK),
      ...begin(labelVan(lijst, code), LABEL),
    ];
    return [[code, alles]];
  });
  return new Map(paren);
}

function begin(woorden: string, gewicht: number): Gewicht[] {
  return woorden
    .split('|')
    .filter((woord) => woord !== '')
    .map((woord) => [woord.startsWith('*') ? leesbaar(woord).trim() : leesbaar(woord).trimEnd(), gewicht]);
}

/** In small letters without accents, every word after a space and a space at the end. */
function leesbaar(tekst: string): string {
  const kaal = tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${kaal.replace(/[^\p{L}\d]+/gu, ' ').trim()} `;
}
