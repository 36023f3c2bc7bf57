import type { Termijnbeleid } from '../beleid/termijnbeleid.ts';
import type { Foutcode } from '../errors.ts';
import type { Opdrachtsoort } from '../signaal/opdracht.ts';
import type { Datum } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import { type GedaneDaad, dadenIn } from './daden.ts';
import { type BeleidOp, type Leven, type Mensen, speelNa } from './naspelen.ts';
import { type Periode, Teller } from './tellen.ts';
import { type Onmogelijk, type Simulatiestand, type Simulatieuitslag, uitslagVan } from './uitslag.ts';

/** What is compared with what. */
export interface Opzet extends Mensen {
  kandidaat: Termijnbeleid;
  /** The policy that held on each date of the past. */
  toen: BeleidOp;
  periode: Periode;
}

/** A simulation that takes its lives one by one, so that they need not all be in memory. */
export interface Simulatie {
  speel: (leven: Leven) => void;
  /** What was counted so far. */
  stand: () => Simulatiestand;
}

/**
 * Lives past signalen again under another policy and under the policy of then, both with a clock that is never late, and counts
 * per region and week what differs.
 */
export function simuleer(levens: Iterable<Leven>, opzet: Opzet): Simulatieuitslag {
  const simulatie = createSimulatie(opzet);
  for (const leven of levens) simulatie.speel(leven);
  return uitslagVan([simulatie.stand()]);
}

export function createSimulatie({ kandidaat, toen: beleidOp, periode, ...mensen }: Opzet): Simulatie {
  const tellers = { kandidaat: new Teller(periode), toen: new Teller(periode) };
  const onmogelijk = new Map<string, Onmogelijk>();
  const kalenders = new Map<string, Kalender>();
  const geteld = { signalen: 0, nietUitgespeeld: 0, afwijkend: 0 };
  const toen = eenmaalPerDatum(beleidOp);
  const leef = (leven: Leven, daden: readonly GedaneDaad[], wie: keyof typeof tellers, beleid: BeleidOp) => {
    const teller = tellers[wie];
    const geweigerd = new Map<string, { soort: Opdrachtsoort; code: Foutcode }>();
    const uitgespeeld = speelNa(leven, daden, beleid, mensen, {
      verstreken: (staat, tot) => teller.verstreken(staat, tot),
      gebeurd: (gebeurtenis, na, voor) => teller.gebeurd(gebeurtenis, na, voor),
      geweigerd: ({ id, soort }, code) => void geweigerd.set(id, { soort, code }),
    });
    teller.rondAf();
    return { geweigerd, uitgespeeld };
  };
  return {
    speel: (leven) => {
      const daden = dadenIn(leven.gebeurtenissen, kalenders);
      const echt = leef(leven, daden, 'toen', toen);
      const anders = leef(leven, daden, 'kandidaat', () => kandidaat);
      geteld.signalen += 1;
      if (echt.geweigerd.size > 0) geteld.afwijkend += 1;
      if (!anders.uitgespeeld && echt.uitgespeeld) geteld.nietUitgespeeld += 1;
      const nieuw = [...anders.geweigerd].filter(([id]) => !echt.geweigerd.has(id)).map(([, wat]) => wat);
      telOnmogelijk(onmogelijk, nieuw);
    },
    stand: () => ({
      ...geteld,
      kandidaat: tellers.kandidaat.stand(),
      toen: tellers.toen.stand(),
      onmogelijk: [...onmogelijk.values()],
    }),
  };
}

/** Many acts fall on the same few hundred dates. */
function eenmaalPerDatum(beleidOp: BeleidOp): BeleidOp {
  const bekend = new Map<Datum, Termijnbeleid>();
  return (datum) => {
    const beleid = bekend.get(datum) ?? beleidOp(datum);
    bekend.set(datum, beleid);
    return beleid;
  };
}

function telOnmogelijk(al: Map<string, Onmogelijk>, nieuw: readonly { soort: Opdrachtsoort; code: Foutcode }[]): void {
  const gezien = new Set<string>();
  for (const { soort, code } of nieuw) {
    const sleutel = `${soort} ${code}`;
    const regel = al.get(sleutel) ?? { opdracht: soort, code, aantal: 0, signalen: 0 };
    regel.aantal += 1;
    if (!gezien.has(sleutel)) regel.signalen += 1;
    gezien.add(sleutel);
    al.set(sleutel, regel);
  }
}
