import { legUit, type Uitleg } from '../tijd/uitleg.ts';
import { eindeVanDag } from '../tijd/werkdagen.ts';
import type { Stroomstaat, Stroomstap } from './staat.ts';
import { datumVanDag } from './stap.ts';

/** The way to the end of day `dagen` of a step, day by day, by the code that sets its timers. */
export function legDagenUit(stap: Stroomstap, staat: Pick<Stroomstaat, 'kalender'>, dagen: number): Uitleg {
  const { begin, pauzes } = stap;
  const laatsteDag = datumVanDag(stap, staat, dagen);
  const uitleg = legUit({ begin, kalender: staat.kalender, pauzes, dagen });
  return { ...uitleg, laatsteDag, eindigtOp: eindeVanDag(laatsteDag) };
}
