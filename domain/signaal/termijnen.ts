import { type Datum, plusDagen, type Tijdstip } from '../tijd/amsterdam.ts';
import { inWoorden, legUit, type Uitleg } from '../tijd/uitleg.ts';
import { eindeVanDag } from '../tijd/werkdagen.ts';
import type { Mijlpaal } from './mijlpalen.ts';
import { mijlpalen } from './mijlpalen.ts';
import type { Staat, Stap, Stapsoort } from './staat.ts';
import { escalatietelling } from './stappen/behandelen.ts';
import { laatsteDagVoorBezwaar } from './stappen/bezwaar.ts';
import { datumVanDag } from './stappen/stap.ts';
import { balBijPartner } from './verzoeken.ts';

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
    inWoorden: [...inWoorden(uitlegVan(stap, staat)), ...bijzonderheden(stap, staat)],
    uitlegUitloop: uitlegVanUitloop(stap, staat),
    mijlpalen: komende
      .filter((mijlpaal) => mijlpaal.stap.sleutel === stap.sleutel)
      .map(({ sleutel, naam, dag, op }) => ({ sleutel, naam, dag, op })),
  }));
}

/** When the term of a step is over (UTC): 00:00 in Amsterdam of the date after its last day. */
export function termijnOp(stap: Stap, staat: Staat): Tijdstip {
  return uitlegVan(stap, staat).eindigtOp;
}

function uitlegVan(stap: Stap, staat: Staat): Uitleg {
  const datum = laatsteDagOpDatum(stap, staat);
  if (datum === null) return tel(stap, staat, stap.n);
  return { begin: stap.begin, laatsteDag: datum, eindigtOp: eindeVanDag(datum), dagen: [] };
}

/** The last day of a step that counts no days but ends with a date. */
function laatsteDagOpDatum(stap: Stap, staat: Staat): Datum | null {
  if (stap.soort === 'bezwaar') return laatsteDagVoorBezwaar(stap, staat);
  // The review of an aanpak comes at the begin of its date.
  return stap.soort === 'aanpak' && stap.datum !== null ? plusDagen(stap.datum, -1) : stap.datum;
}

function uitlegVanUitloop(stap: Stap, staat: Staat): Uitleg | null {
  if (stap.soort !== 'behandelen') return stap.uitloop === 0 ? null : tel(stap, staat, stap.n + stap.uitloop);
  const { begin, dagen } = escalatietelling(stap, staat);
  return begin === stap.begin && dagen === stap.n ? null : tel({ ...stap, begin }, staat, dagen);
}

function tel({ begin, pauzes, nietVoor }: Stap, staat: Staat, dagen: number): Uitleg {
  const laatsteDag = datumVanDag({ begin, pauzes, nietVoor }, staat, dagen);
  const uitleg = legUit({ begin, kalender: staat.kalender, pauzes, dagen });
  return { ...uitleg, laatsteDag, eindigtOp: eindeVanDag(laatsteDag) };
}

function bijzonderheden(stap: Stap, staat: Staat): string[] {
  return [
    ...(stap.verlengd ? ['De termijn is verlengd.'] : []),
    ...(stap.soort === 'behandelen' && balBijPartner(staat)
      ? [
          'Een ketenpartner is aan zet. Zolang dat zo is, wacht het signaal langer voordat het vanzelf een niveau hoger gaat.',
        ]
      : []),
  ];
}
