import { datumVanDag } from '../stroom/stap.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { mijlpalen } from './mijlpalen.ts';
import type { Staat, Stap } from './staat.ts';
import { legTermijnUit, legUitloopUit } from './stapuitleg.ts';
import { type Termijnfeiten, verwoord } from './termijn-in-woorden.ts';
import { lopendBijPartner } from './verzoeken.ts';
import type { Voorgeschiedenis } from './voorgeschiedenis.ts';

/** A running step with its dates, and how they came about. */
export interface Termijn extends Termijnfeiten {
  inWoorden: string[];
}

/** Explains every running step of a signaal, in the order in which they began; with its record also what went before. */
export function termijnen(staat: Staat, eerder?: Voorgeschiedenis): Termijn[] {
  const komende = mijlpalen(staat);
  return staat.stappen.map((stap) => {
    const termijn = {
      stap: stap.sleutel,
      soort: stap.soort,
      begonnenOp: stap.begonnenOp,
      werkdagen: stap.n,
      uitloop: stap.uitloop,
      beleidsversie: stap.beleidsversie,
      kalenderversie: staat.kalender.versie,
      uitleg: legTermijnUit(stap, staat),
      uitlegUitloop: legUitloopUit(stap, staat),
      pauzes: stap.pauzes,
      verlenging: verlenging(stap, staat, eerder),
      wacht: wacht(stap, staat),
      verschoven: eerder?.verschoven.get(stap.sleutel) ?? [],
      mijlpalen: komende
        .filter((mijlpaal) => mijlpaal.stap.sleutel === stap.sleutel)
        .map(({ sleutel, naam, dag, op }) => ({ sleutel, naam, dag, op })),
    };
    return { ...termijn, inWoorden: verwoord(stap, staat, termijn, eerder !== undefined) };
  });
}

/** When the term of a step is over (UTC): 00:00 in Amsterdam of the date after its last day. */
export function termijnOp(stap: Stap, staat: Staat): Tijdstip {
  return legTermijnUit(stap, staat).eindigtOp;
}

function verlenging(stap: Stap, staat: Staat, eerder: Voorgeschiedenis | undefined): Termijn['verlenging'] {
  const helft = eerder?.verlengd.get(stap.sleutel);
  if (helft === undefined) return null;
  return { eersteHelft: datumVanDag(stap, staat, helft), tweedeHelft: datumVanDag(stap, staat, stap.n) };
}

function wacht(stap: Stap, staat: Staat): Termijn['wacht'] {
  if (stap.soort !== 'behandelen') return null;
  const verzoeken = lopendBijPartner(staat)
    .map(({ verzoek }) => verzoek)
    .filter((verzoek) => verzoek !== null);
  if (verzoeken.length === 0) return null;
  const uitloop = legUitloopUit(stap, staat);
  return { verzoeken, uiterlijk: staat.niveau === 'landelijk' || uitloop === null ? null : uitloop.laatsteDag };
}
