import { herinner, isHerinnering, mijlpaal, type Rekenbasis } from '../../stroom/stap.ts';
import { type Datum, opUur } from '../../tijd/amsterdam.ts';
import { bezwaartermijn, terugTellen } from '../../tijd/termijnenwet.ts';
import { eindeVanDag } from '../../tijd/werkdagen.ts';
import type { Stap } from '../staat.ts';
import type { Stapregels } from './stapregels.ts';

/** Working days before the last day of the bezwaar term on which the filer is reminded: the one date that cannot be repaired. */
const BEZWAARHERINNERINGEN = [10, 3] as const;

/** A decision is on record; its filer is reminded before the term for bezwaar (Awb 6:7) is over. The programme only reminds. */
export const bezwaar: Stapregels = {
  mijlpalen: (stap, basis) => {
    const laatsteDag = laatsteDagVoorBezwaar(stap, basis);
    return [
      ...BEZWAARHERINNERINGEN.map((dag) =>
        mijlpaal(stap, `herinnering:${dag}`, dag, opUur(terugTellen(laatsteDag, dag, basis.kalender), 9)),
      ).filter(({ naam, op }) => !stap.geweest.includes(naam) && op > stap.begonnenOp),
      mijlpaal(stap, 'einde', 0, eindeVanDag(laatsteDag)),
    ];
  },
  voerUit: (decision, wat) => {
    if (isHerinnering(wat)) herinner(decision, wat, { soort: 'persoon', persoon: decision.staat.melder });
    else decision.eindigStap(wat.stap, 'verstreken');
  },
};

/** The last day on which bezwaar is in time; it follows from the decision and the calendar, so a calendar that changes moves it. */
export function laatsteDagVoorBezwaar({ datum, begin, nietVoor }: Stap, { kalender }: Rekenbasis): Datum {
  const laatsteDag = bezwaartermijn(datum ?? begin, kalender);
  return nietVoor !== null && laatsteDag < nietVoor ? nietVoor : laatsteDag;
}
