import { type Datum, dagnummer } from './amsterdam.ts';
import type { Kalender } from './feestdagen.ts';
import { werkdagenTussen } from './werkdagen.ts';

/**
 * How far away the last day of a term is, as people say it and as the rules count it: "nog 3 werkdagen", "vandaag",
 * "2 werkdagen te laat". Where no working day lies in between, days.
 */
export function resterend(laatsteDag: Datum, vandaag: Datum, kalender: Kalender): string {
  if (laatsteDag === vandaag) return 'vandaag';
  const isVoorbij = laatsteDag < vandaag;
  const [van, tot] = isVoorbij ? [laatsteDag, vandaag] : [vandaag, laatsteDag];
  const werkdagen = werkdagenTussen(van, tot, kalender);
  const hoeveel = werkdagen > 0 ? aantal(werkdagen, 'werkdag') : aantal(dagnummer(tot) - dagnummer(van), 'dag');
  return isVoorbij ? `${hoeveel} te laat` : `nog ${hoeveel}`;
}

function aantal(n: number, woord: string): string {
  return `${n} ${woord}${n === 1 ? '' : 'en'}`;
}
