import { type Datum, dagnummerVan, datumVanDagnummer, plusDagen } from './amsterdam.ts';
import { type Kalender, vrijeDag } from './feestdagen.ts';
import { voluit } from './uitleg.ts';
import { dagMetNummer, isWerkdag, laatsteWerkdagVoor } from './werkdagen.ts';

/** The length of a statutory term in whole days, weeks or months. Terms in hours are not for this clock (Algemene termijnenwet art. 4). */
export type Duur = { readonly dagen: number } | { readonly weken: number } | { readonly maanden: number };

/**
 * The last day of a statutory term that begins on the day after `start`, by the Algemene termijnenwet: a term of three days or more
 * holds at least two days that are no Saturday, Sunday or holiday (art. 2), and ends on such a day (art. 1).
 * Terms of more than 90 days, twelve weeks or three months end where they end (art. 4).
 */
export function wettelijkeTermijn(start: Datum, duur: Duur, kalender: Kalender): Datum {
  const einde = kaalEinde(start, duur);
  if (isUitgezonderd(duur)) return einde;
  const metTweeGewoneDagen = isKorterDanDrieDagen(start, einde)
    ? einde
    : laatste(einde, dagMetNummer({ begin: start, kalender }, 2));
  return doorNaarGewoneDag(metTweeGewoneDagen, kalender);
}

/** The last day on which a bezwaarschrift is in time: six weeks from the day after the besluit was made known (Awb art. 6:7 and 6:8 lid 1). */
export function bezwaartermijn(bekendmaking: Datum, kalender: Kalender): Datum {
  return wettelijkeTermijn(bekendmaking, { weken: 6 }, kalender);
}

/** Why the term for bezwaar ends when it does: which law, which day six weeks gives, and why it rolls over. One sentence per line. */
export function legBezwaarUit(bekendmaking: Datum, kalender: Kalender): string[] {
  const kaal = kaalEinde(bekendmaking, { weken: 6 });
  const laatsteDag = bezwaartermijn(bekendmaking, kalender);
  const vrij = vrijeDag(kaal, kalender);
  return [
    `Het besluit is van ${voluit(bekendmaking)}. Bezwaar maken kan zes weken lang, te beginnen op de dag erna (Algemene wet bestuursrecht, artikel 6:7 en 6:8).`,
    kaal === laatsteDag
      ? `Zes weken eindigen op ${voluit(kaal)}.`
      : `Zes weken zouden eindigen op ${voluit(kaal)}. Die dag is geen gewone werkdag (${vrij}), dus schuift het einde door naar de eerste die dat wel is (Algemene termijnenwet, artikel 1).`,
    `De laatste dag is ${voluit(laatsteDag)}.`,
  ];
}

/** The `n`-th working day before `datum`, for reminders: counted backwards a term does not move to a later day (art. 1 lid 2). `datum` itself for n = 0. */
export function terugTellen(datum: Datum, n: number, kalender: Kalender): Datum {
  let dag = datum;
  for (let over = n; over > 0; over -= 1) dag = laatsteWerkdagVoor(dag, kalender);
  return dag;
}

function kaalEinde(start: Datum, duur: Duur): Datum {
  if ('dagen' in duur) return plusDagen(start, duur.dagen);
  if ('weken' in duur) return plusDagen(start, 7 * duur.weken);
  return plusMaanden(start, duur.maanden);
}

/** The same day of the month `n` months later, or the last day of that month when it is shorter. */
function plusMaanden(datum: Datum, n: number): Datum {
  const maanden = Number(datum.slice(0, 4)) * 12 + Number(datum.slice(5, 7)) - 1 + n;
  const begin = dagnummerVan(Math.floor(maanden / 12), (maanden % 12) + 1, 1);
  const volgende = dagnummerVan(Math.floor((maanden + 1) / 12), ((maanden + 1) % 12) + 1, 1);
  return datumVanDagnummer(Math.min(begin + Number(datum.slice(8)) - 1, volgende - 1));
}

function isUitgezonderd(duur: Duur): boolean {
  if ('dagen' in duur) return duur.dagen > 90;
  return 'weken' in duur ? duur.weken > 12 : duur.maanden > 3;
}

function isKorterDanDrieDagen(start: Datum, einde: Datum): boolean {
  return einde < plusDagen(start, 3);
}

function laatste(een: Datum, ander: Datum): Datum {
  return een > ander ? een : ander;
}

function doorNaarGewoneDag(datum: Datum, kalender: Kalender): Datum {
  return isWerkdag(datum, kalender) ? datum : dagMetNummer({ begin: datum, kalender }, 1);
}
