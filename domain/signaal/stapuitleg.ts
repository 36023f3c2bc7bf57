import { vanaf } from '../stroom/stap.ts';
import { legDagenUit } from '../stroom/uitleg.ts';
import { type Datum, datumVan, plusDagen } from '../tijd/amsterdam.ts';
import type { Uitleg } from '../tijd/uitleg.ts';
import { eindeVanDag } from '../tijd/werkdagen.ts';
import type { Staat, Stap } from './staat.ts';
import { escalatietelling } from './stappen/behandelen.ts';
import { laatsteDagVoorBezwaar } from './stappen/bezwaar.ts';
import { eindeNaDeVraag } from './stappen/na-de-vraag.ts';
import { basisVan } from './stappen/stapregels.ts';

/** The term of a running step, day by day; without days for a step that ends with a date. */
export function legTermijnUit(stap: Stap, staat: Staat): Uitleg {
  const datum = laatsteDagOpDatum(stap, staat);
  if (datum === null) return legDagenUit(stap, staat, stap.n);
  const begin = stap.soort === 'bezwaar' && stap.datum !== null ? stap.datum : stap.begin;
  return { begin, laatsteDag: datum, eindigtOp: eindeVanDag(datum), dagen: [] };
}

/** The same to the day at whose end the clock acts, or null when that is the last day of the term. */
export function legUitloopUit(stap: Stap, staat: Staat): Uitleg | null {
  switch (stap.soort) {
    case 'behandelen': {
      const { begin, dagen } = escalatietelling(stap, basisVan(staat));
      return begin === stap.begin && dagen === stap.n ? null : legDagenUit(vanaf(stap, begin), staat, dagen);
    }
    case 'toezegging':
    case 'terugblik':
      return naDeVraag(stap, staat);
    default:
      return stap.uitloop === 0 ? null : legDagenUit(stap, staat, stap.n + stap.uitloop);
  }
}

/** The last day of a step that counts no days but ends with a date. */
function laatsteDagOpDatum(stap: Stap, staat: Staat): Datum | null {
  if (stap.soort === 'bezwaar') return laatsteDagVoorBezwaar(stap, staat);
  // The review of an aanpak comes at the begin of its date.
  return stap.soort === 'aanpak' && stap.datum !== null ? plusDagen(stap.datum, -1) : stap.datum;
}

/** The question may have gone late, and then the end waits for it. */
function naDeVraag(stap: Stap, staat: Staat): Uitleg | null {
  const geteld = legDagenUit(stap, staat, stap.n + stap.uitloop);
  const [einde] = eindeNaDeVraag(stap, staat, stap.n + stap.uitloop);
  const later = einde !== undefined && einde.op !== geteld.eindigtOp;
  if (!later) return stap.uitloop === 0 ? null : geteld;
  return { ...geteld, laatsteDag: plusDagen(datumVan(einde.op), -1), eindigtOp: einde.op };
}
