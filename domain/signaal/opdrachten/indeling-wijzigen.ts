import type { Urgentie } from '../../beleid/codelijsten.ts';
import type { Persoon } from '../../stroom/kader.ts';
import { datumVanDag, vanaf } from '../../stroom/stap.ts';
import { eisVelden, type Veldregel } from '../../stroom/veldregels.ts';
import { datumVan } from '../../tijd/amsterdam.ts';
import type { Decision } from '../decision.ts';
import { behandelaarOp, cijfers, komAan } from '../ladder.ts';
import type { Indeling, Opdrachtinhoud } from '../opdracht.ts';
import type { Stap } from '../staat.ts';
import { eisOpen } from './eisen.ts';
import { GEEN_VAN_DEZE_ALLEEN } from './indienen.ts';

type IndelingWijzigen = Extract<Opdrachtinhoud, { soort: 'indelingWijzigen' }>;

type Ingevuld = { readonly [K in keyof Indeling]?: Indeling[K] | undefined } & {
  readonly onderwerp?: string | undefined;
};

/** At least one thing becomes better. */
export const INDELINGREGELS: readonly Veldregel<Ingevuld>[] = [
  GEEN_VAN_DEZE_ALLEEN,
  {
    veld: '',
    soort: 'te_weinig',
    code: 'veld_ontbreekt',
    reden: 'Wijzig het onderwerp of minstens één code.',
    klopt: ({ onderwerp, doelgroepen, knelpunttypen, wetten, leefgebieden, leeftijdscategorie, urgentie }) =>
      [onderwerp, doelgroepen, knelpunttypen, wetten, leefgebieden, leeftijdscategorie, urgentie].some(
        (waarde) => waarde !== undefined,
      ),
  },
];

const VAN_LANG_NAAR_KORT: readonly Urgentie[] = ['normaal', 'hoog', 'spoed'];

/**
 * A coordinator gives the signaal better codes, or a better onderwerp (its text). A shorter urgency shortens `oppakken` and `behandelen`, counted from today, where that
 * ends earlier; a longer one is for later steps. Raising to spoed at lokaal is an arrival at regionaal. What was only reported is
 * counted by its codes, so they can be bettered after closing.
 */
export function indelingWijzigen(decision: Decision, { indeling, tekst }: IndelingWijzigen, persoon: Persoon): void {
  eisVelden(INDELINGREGELS, { ...indeling, onderwerp: tekst?.['onderwerp'] });
  const { urgentie: eerst, niveau } = decision.staat;
  if (indeling.urgentie !== undefined) eisOpen(decision);
  decision.noteer({ soort: 'ingedeeld', indeling });
  if (indeling.knelpunttypen !== undefined && !indeling.knelpunttypen.includes('ANDERS')) {
    decision.eindigStappen(['indelen'], () => 'gedaan');
  }
  const { urgentie } = decision.staat;
  if (VAN_LANG_NAAR_KORT.indexOf(urgentie) <= VAN_LANG_NAAR_KORT.indexOf(eerst)) return;
  if (urgentie !== 'spoed' || niveau !== 'lokaal') return verkort(decision);
  const behandelaar = behandelaarOp('regionaal', decision, persoon);
  decision.noteer({
    soort: 'geescaleerd',
    van: niveau,
    naar: 'regionaal',
    motief: 'spoed',
    automatisch: false,
    behandelaar,
    poging: false,
  });
  komAan(decision, () => 'gedaan');
}

/** Throws DomainError `gesloten` once it is closed, unless it was only reported. */
export function kanIndelingWijzigen(decision: Decision): void {
  if (decision.staat.afsluiting !== 'alleen_gemeld') eisOpen(decision);
}

function verkort(decision: Decision): void {
  const { niveau, urgentie, stappen } = decision.staat;
  const beleid = decision.kader.beleid.stappen;
  for (const stap of stappen) {
    if (stap.soort === 'oppakken') begin(decision, stap, cijfers(beleid.oppakken, urgentie));
    else if (stap.soort === 'behandelen') begin(decision, stap, cijfers(beleid.behandelen[niveau], urgentie));
  }
}

/** The step begins anew from today if it then ends earlier than on its own last day. */
function begin(decision: Decision, stap: Stap, korter: Parameters<Decision['beginStap']>[1]): void {
  const { balTot, pauzes, verlengd } = stap;
  const nieuw = datumVanDag(vanaf(stap, datumVan(decision.nu)), decision.staat, korter.n);
  if (nieuw >= datumVanDag(stap, decision.staat, stap.n)) return;
  decision.eindigStap(stap, 'vervallen');
  decision.beginStap(stap.soort, korter, { balTot, pauzes, verlengd });
}
