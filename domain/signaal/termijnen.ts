import { datumVanDag } from '../stroom/stap.ts';
import type { Datum, Tijdstip } from '../tijd/amsterdam.ts';
import type { Uitleg } from '../tijd/uitleg.ts';
import type { Pauze } from '../tijd/werkdagen.ts';
import { type Mijlpaal, mijlpalen } from './mijlpalen.ts';
import type { Staat, Stap, Stapsoort } from './staat.ts';
import { legTermijnUit, legUitloopUit } from './stapuitleg.ts';
import { verwoord } from './termijn-in-woorden.ts';
import { lopendBijPartner } from './verzoeken.ts';
import type { Verschuiving, Voorgeschiedenis } from './voorgeschiedenis.ts';

/** A running step with its dates, and how they came about. */
export interface Termijn {
  stap: string;
  soort: Stapsoort;
  begonnenOp: Tijdstip;
  werkdagen: number;
  uitloop: number;
  beleidsversie: number;
  kalenderversie: number;
  /** Day by day to the end of day n, by the code that sets the timers; no days for a step that ends with a date. */
  uitleg: Uitleg;
  inWoorden: string[];
  /** The same to the day at whose end the clock acts, when that is a later one. */
  uitlegUitloop: Uitleg | null;
  /** Dates at the end of which it was or will be paused. */
  pauzes: readonly Pauze[];
  /** Lengthened: the last days of its first and of its second half. */
  verlenging: { eersteHelft: Datum; tweedeHelft: Datum } | null;
  /** A partner has the ball, so the clock waits, at most to the end of this date (null at landelijk, where it only keeps silent). */
  wacht: { verzoeken: string[]; uiterlijk: Datum | null } | null;
  /** Each time that a change of the calendar moved its last day. */
  verschoven: readonly Verschuiving[];
  mijlpalen: Pick<Mijlpaal, 'sleutel' | 'naam' | 'dag' | 'op'>[];
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
