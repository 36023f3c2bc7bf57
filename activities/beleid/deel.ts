import { type Levensblad, leesLevens } from '#db/queries/termijnbeleid.ts';
import type { Db } from '#db/sql.ts';
import { geldendOp, type Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import type { Leven, Mensen } from '#domain/simulatie/naspelen.ts';
import { createSimulatie } from '#domain/simulatie/simuleer.ts';
import type { Periode } from '#domain/simulatie/tellen.ts';
import type { Simulatiestand } from '#domain/simulatie/uitslag.ts';

/** What one thread plays of a simulation. */
export interface Simulatiedeel {
  bladen: readonly Levensblad[];
  kandidaat: Termijnbeleid;
  versies: readonly Termijnbeleid[];
  mensen: Mensen;
  periode: Periode;
  /** After so many milliseconds it begins no next stretch. */
  ms: number;
}

export interface Deelvolger {
  /** A stretch of so many signalen was played. */
  gespeeld: (aantal: number) => void;
  /** Nobody waits for it any more. */
  isGestopt: () => boolean;
}

/** Plays stretch after stretch. PostgreSQL looks for the next one while this one is played. */
export async function speelDeel(db: Db, deel: Simulatiedeel, volger: Deelvolger): Promise<Simulatiestand> {
  const { bladen, kandidaat, versies, mensen, periode, ms } = deel;
  const begin = performance.now();
  const simulatie = createSimulatie({ ...mensen, kandidaat, toen: (datum) => geldendOp(versies, datum), periode });
  const lees = (blad: Levensblad | undefined): Promise<Leven[]> => {
    const levens = blad === undefined ? Promise.resolve([]) : leesLevens(db, periode, blad);
    // When it is not needed after all, nobody hears that it failed.
    levens.catch(() => undefined);
    return levens;
  };
  let volgende = lees(bladen[0]);
  for (let nr = 0; nr < bladen.length; nr += 1) {
    const levens = await volgende;
    if (volger.isGestopt() || performance.now() - begin > ms) break;
    volgende = lees(bladen[nr + 1]);
    for (const leven of levens) simulatie.speel(leven);
    volger.gespeeld(levens.length);
  }
  return simulatie.stand();
}
