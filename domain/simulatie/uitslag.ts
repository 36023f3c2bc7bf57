import type { Regiocode } from '../beleid/regios.ts';
import type { Foutcode } from '../errors.ts';
import type { Opdrachtsoort } from '../signaal/opdracht.ts';
import type { Datum } from '../tijd/amsterdam.ts';
import { legeMeting, type Meting, plus } from './meting.ts';
import type { Telstand } from './tellen.ts';

/** What was counted of some lives: plain data, so that it can be counted in parts. */
export interface Simulatiestand {
  signalen: number;
  nietUitgespeeld: number;
  afwijkend: number;
  kandidaat: Telstand;
  toen: Telstand;
  onmogelijk: readonly Onmogelijk[];
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

/** All parts together, whichever was counted first. */
export function uitslagVan(standen: readonly Simulatiestand[]): Simulatieuitslag {
  const som = (tel: (stand: Simulatiestand) => number): number => standen.reduce((tot, stand) => tot + tel(stand), 0);
  return {
    signalen: som(({ signalen }) => signalen),
    nietUitgespeeld: som(({ nietUitgespeeld }) => nietUitgespeeld),
    afwijkend: som(({ afwijkend }) => afwijkend),
    ...weekvergelijking(standen),
    regels: regelvergelijking(standen),
    onmogelijk: opAantal(standen.flatMap(({ onmogelijk }) => onmogelijk)),
  };
}

const BELEIDEN = ['kandidaat', 'toen'] as const;

function weekvergelijking(standen: readonly Simulatiestand[]): Pick<Simulatieuitslag, 'totaal' | 'weken'> {
  const weken = new Map<string, { regio: Regiocode; week: Datum; kandidaat: Meting; toen: Meting }>();
  const totaal = { kandidaat: legeMeting(), toen: legeMeting() };
  for (const stand of standen) {
    for (const wie of BELEIDEN) {
      for (const { regio, week, meting } of stand[wie].metingen) {
        const sleutel = `${week} ${regio}`;
        const al = weken.get(sleutel) ?? { regio, week, kandidaat: legeMeting(), toen: legeMeting() };
        weken.set(sleutel, { ...al, [wie]: plus(al[wie], meting) });
        totaal[wie] = plus(totaal[wie], meting);
      }
    }
  }
  const op = Array.from(weken).toSorted(([een], [ander]) => (een < ander ? -1 : 1));
  return {
    totaal: metVerschil(totaal.kandidaat, totaal.toen),
    weken: op.map(([, { regio, week, kandidaat, toen }]) => ({ regio, week, ...metVerschil(kandidaat, toen) })),
  };
}

function regelvergelijking(standen: readonly Simulatiestand[]): Simulatieuitslag['regels'] {
  const namen = new Set(standen.flatMap(({ kandidaat, toen }) => [...kandidaat.regels.keys(), ...toen.regels.keys()]));
  const som = (wie: (typeof BELEIDEN)[number], regel: string): number =>
    standen.reduce((tot, stand) => tot + (stand[wie].regels.get(regel) ?? 0), 0);
  return [...namen].toSorted().map((regel) => {
    const kandidaat = som('kandidaat', regel);
    const toen = som('toen', regel);
    return { regel, kandidaat, toen, verschil: kandidaat - toen };
  });
}

/** Equal ones together, the most frequent first, then by name. */
function opAantal(delen: readonly Onmogelijk[]): Onmogelijk[] {
  const perSoort = Map.groupBy(delen, ({ opdracht, code }) => `${opdracht} ${code}`);
  return Array.from(perSoort)
    .toSorted(([een], [ander]) => een.localeCompare(ander, 'en'))
    .map(([, gelijke]) => gelijke.reduce((een, { aantal, signalen }) => bijeen(een, aantal, signalen)))
    .toSorted((een, ander) => ander.aantal - een.aantal);
}

function bijeen(een: Onmogelijk, aantal: number, signalen: number): Onmogelijk {
  return { ...een, aantal: een.aantal + aantal, signalen: een.signalen + signalen };
}

function metVerschil(kandidaat: Meting, toen: Meting): Vergelijking<Meting> {
  return { kandidaat, toen, verschil: plus(kandidaat, toen, -1) };
}
