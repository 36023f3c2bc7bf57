import type { Regiocode } from '../beleid/regios.ts';
import type { Termijnbeleid } from '../beleid/termijnbeleid.ts';
import type { Foutcode } from '../errors.ts';
import type { Opdrachtsoort } from '../signaal/opdracht.ts';
import type { Datum } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import { type GedaneDaad, dadenIn } from './daden.ts';
import { legeMeting, type Meting, plus } from './meting.ts';
import { type BeleidOp, type Leven, type Mensen, speelNa } from './naspelen.ts';
import { type Periode, Teller } from './tellen.ts';

/** What is compared with what. */
export interface Opzet extends Mensen {
  kandidaat: Termijnbeleid;
  /** The policy that held on each date of the past. */
  toen: BeleidOp;
  periode: Periode;
}

/** The same thing under the candidate, under the policy of then, and the difference. */
export interface Vergelijking<T> {
  kandidaat: T;
  toen: T;
  verschil: T;
}

/** An act of the past that the candidate refuses and the policy of then did not. */
export interface Onmogelijk {
  opdracht: Opdrachtsoort;
  code: Foutcode;
  aantal: number;
  /** In so many signalen. */
  signalen: number;
}

export interface Simulatieuitslag {
  signalen: number;
  /** Signalen of which the candidate refuses the act that closed them: they were played up to that act. */
  nietUitgespeeld: number;
  /** Signalen of which even the policy of then does not allow an act of the past: somebody has another role now, or the clock was late. */
  afwijkend: number;
  totaal: Vergelijking<Meting>;
  weken: (Vergelijking<Meting> & { regio: Regiocode; week: Datum })[];
  regels: (Vergelijking<number> & { regel: string })[];
  onmogelijk: Onmogelijk[];
}

/** A simulation that takes its lives one by one, so that they need not all be in memory. */
export interface Simulatie {
  speel: (leven: Leven) => void;
  uitslag: () => Simulatieuitslag;
}

/**
 * Lives past signalen again under another policy and under the policy of then, both with a clock that is never late, and counts
 * per region and week what differs.
 */
export function simuleer(levens: Iterable<Leven>, opzet: Opzet): Simulatieuitslag {
  const simulatie = createSimulatie(opzet);
  for (const leven of levens) simulatie.speel(leven);
  return simulatie.uitslag();
}

export function createSimulatie({ kandidaat, toen, periode, ...mensen }: Opzet): Simulatie {
  const tellers = { kandidaat: new Teller(periode), toen: new Teller(periode) };
  const onmogelijk = new Map<string, Onmogelijk>();
  const kalenders = new Map<string, Kalender>();
  const stand = { signalen: 0, nietUitgespeeld: 0, afwijkend: 0 };
  const leef = (leven: Leven, daden: readonly GedaneDaad[], wie: keyof typeof tellers, beleidOp: BeleidOp) => {
    const teller = tellers[wie];
    const geweigerd = new Map<string, { soort: Opdrachtsoort; code: Foutcode }>();
    const uitgespeeld = speelNa(leven, daden, beleidOp, mensen, {
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
      stand.signalen += 1;
      if (echt.geweigerd.size > 0) stand.afwijkend += 1;
      if (!anders.uitgespeeld && echt.uitgespeeld) stand.nietUitgespeeld += 1;
      const nieuw = [...anders.geweigerd].filter(([id]) => !echt.geweigerd.has(id)).map(([, wat]) => wat);
      telOnmogelijk(onmogelijk, nieuw);
    },
    uitslag: () => ({
      ...stand,
      ...vergelijk(tellers),
      onmogelijk: opAantal(onmogelijk),
    }),
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

/** The most frequent first, equal ones by name. */
function opAantal(onmogelijk: ReadonlyMap<string, Onmogelijk>): Onmogelijk[] {
  return Array.from(onmogelijk)
    .toSorted(([een], [ander]) => een.localeCompare(ander, 'en'))
    .map(([, regel]) => regel)
    .toSorted((een, ander) => ander.aantal - een.aantal);
}

function vergelijk(tellers: {
  kandidaat: Teller;
  toen: Teller;
}): Pick<Simulatieuitslag, 'totaal' | 'weken' | 'regels'> {
  const weken = new Map<string, { regio: Regiocode; week: Datum; kandidaat: Meting; toen: Meting }>();
  for (const wie of ['kandidaat', 'toen'] as const) {
    for (const { regio, week, meting } of tellers[wie].metingen) {
      const sleutel = `${week} ${regio}`;
      const al = weken.get(sleutel) ?? { regio, week, kandidaat: legeMeting(), toen: legeMeting() };
      weken.set(sleutel, { ...al, [wie]: meting });
    }
  }
  const op = Array.from(weken).toSorted(([een], [ander]) => (een < ander ? -1 : 1));
  const regels = [...new Set([...tellers.kandidaat.regels.keys(), ...tellers.toen.regels.keys()])].toSorted();
  const som = (wie: 'kandidaat' | 'toen'): Meting =>
    op.reduce((totaal, [, week]) => plus(totaal, week[wie]), legeMeting());
  return {
    totaal: metVerschil(som('kandidaat'), som('toen')),
    weken: op.map(([, { regio, week, kandidaat, toen }]) => ({ regio, week, ...metVerschil(kandidaat, toen) })),
    regels: regels.map((regel) => {
      const kandidaat = tellers.kandidaat.regels.get(regel) ?? 0;
      const toen = tellers.toen.regels.get(regel) ?? 0;
      return { regel, kandidaat, toen, verschil: kandidaat - toen };
    }),
  };
}

function metVerschil(kandidaat: Meting, toen: Meting): Vergelijking<Meting> {
  return { kandidaat, toen, verschil: plus(kandidaat, toen, -1) };
}
