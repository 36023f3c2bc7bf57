import type { Tijdstip } from '../tijd/amsterdam.ts';
import { inWoorden, legUit, type Uitleg } from '../tijd/uitleg.ts';
import type { Mijlpaal } from './mijlpalen.ts';
import { mijlpalen } from './mijlpalen.ts';
import type { Staat, Stap, Stapsoort } from './staat.ts';

/** A running step with its dates, and how they came about. */
export interface Termijn {
  stap: string;
  soort: Stapsoort;
  begonnenOp: Tijdstip;
  werkdagen: number;
  uitloop: number;
  beleidsversie: number;
  kalenderversie: number;
  /** Day by day to the end of day n, by the code that sets the timers. */
  uitleg: Uitleg;
  inWoorden: string[];
  /** The same to the end of day n + uitloop, when there is uitloop. */
  uitlegUitloop: Uitleg | null;
  mijlpalen: Pick<Mijlpaal, 'sleutel' | 'naam' | 'dag' | 'op'>[];
}

/** Explains every running step of a signaal, in the order in which they began. */
export function termijnen(staat: Staat): Termijn[] {
  const komende = mijlpalen(staat);
  return staat.stappen.map((stap) => ({
    stap: stap.sleutel,
    soort: stap.soort,
    begonnenOp: stap.begonnenOp,
    werkdagen: stap.n,
    uitloop: stap.uitloop,
    beleidsversie: stap.beleidsversie,
    kalenderversie: staat.kalender.versie,
    uitleg: uitlegVan(stap, staat),
    inWoorden: inWoorden(uitlegVan(stap, staat)),
    uitlegUitloop: stap.uitloop === 0 ? null : uitlegVan(stap, staat, stap.n + stap.uitloop),
    mijlpalen: komende
      .filter((mijlpaal) => mijlpaal.stap.sleutel === stap.sleutel)
      .map(({ sleutel, naam, dag, op }) => ({ sleutel, naam, dag, op })),
  }));
}

/** When the term of a step is over (UTC): 00:00 in Amsterdam of the date after day n. */
export function termijnOp(stap: Stap, staat: Staat): Tijdstip {
  return uitlegVan(stap, staat).eindigtOp;
}

function uitlegVan(stap: Stap, { kalender }: Staat, dagen = stap.n): Uitleg {
  return legUit({ begin: stap.begin, kalender, dagen });
}
