import { codesVan, type Antwoordsoort, type Ervaring } from '../beleid/codelijsten.ts';
import { treedtOpVoor } from '../bevoegdheden.ts';
import type { Persoon } from '../stroom/kader.ts';
import type { Datum } from '../tijd/amsterdam.ts';
import { ANTWOORDEN } from './opdrachten/verzoek-beantwoorden.ts';
import type { Staat, Stap } from './staat.ts';
import { legTermijnUit, legUitloopUit } from './stapuitleg.ts';
import { isOpen, stapVan } from './verzoeken.ts';

/** What somebody of the programme can be asked: by a behandelaar to think along or to tell more, and by us whether it went well. */
export const GEVRAAGDSOORTEN = ['consultatie', 'navraag', 'toezegging', 'terugblik'] as const;

/** One thing that waits for the answer of one person. */
export type WachtendeVraag = {
  /** null: about the signaal itself. */
  verzoek: string | null;
  totEnMet: Datum;
} & (
  | { soort: 'consultatie' | 'navraag' | 'toezegging'; antwoorden: readonly Antwoordsoort[] }
  | { soort: 'terugblik'; antwoorden: readonly Ervaring[] }
);

/** What the behandelaar says of a promise whose day has come. */
const NAGEKOMEN: readonly Antwoordsoort[] = ['opgelost', 'niet_nagekomen'];

/** What waits in this signaal for the answer of this person. */
export function gevraagdAan(persoon: Persoon, staat: Staat): WachtendeVraag[] {
  return [...verzoekenAan(persoon, staat), ...toezeggingenAan(persoon, staat), ...terugblikVan(persoon, staat)];
}

function verzoekenAan({ id }: Persoon, staat: Staat): WachtendeVraag[] {
  return staat.verzoeken.flatMap((verzoek) => {
    const stap = stapVan(staat, verzoek.id);
    const { soort } = verzoek;
    if (verzoek.persoon !== id || !isOpen(verzoek) || stap === undefined) return [];
    if (soort !== 'consultatie' && soort !== 'navraag') return [];
    return [
      { soort, verzoek: verzoek.id, totEnMet: legTermijnUit(stap, staat).laatsteDag, antwoorden: ANTWOORDEN[soort] },
    ];
  });
}

/** On the day after a promise the behandelaar is asked whether it was kept. */
function toezeggingenAan(persoon: Persoon, staat: Staat): WachtendeVraag[] {
  if (staat.behandelaar === null || !treedtOpVoor(persoon, staat.behandelaar)) return [];
  return vanSoort('toezegging', staat).map((stap) => ({
    soort: 'toezegging',
    verzoek: stap.verzoek,
    totEnMet: eindeVan(stap, staat),
    antwoorden: NAGEKOMEN,
  }));
}

/** Weeks after it closed the filer is asked how it goes. */
function terugblikVan({ id }: Persoon, staat: Staat): WachtendeVraag[] {
  if (staat.melder !== id) return [];
  return vanSoort('terugblik', staat)
    .filter(({ geweest }) => !geweest.includes('beantwoord'))
    .map((stap) => ({
      soort: 'terugblik',
      verzoek: null,
      totEnMet: eindeVan(stap, staat),
      antwoorden: codesVan('ervaring'),
    }));
}

/** Of which the question was sent. */
function vanSoort(soort: Stap['soort'], { stappen }: Staat): Stap[] {
  return stappen.filter((stap) => stap.soort === soort && stap.gevraagd !== null);
}

function eindeVan(stap: Stap, staat: Staat): Datum {
  return (legUitloopUit(stap, staat) ?? legTermijnUit(stap, staat)).laatsteDag;
}
