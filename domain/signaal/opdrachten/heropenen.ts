import type { Niveau } from '../../beleid/codelijsten.ts';
import { coordineert } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import { behandelaarOp, cijfers, komAan } from '../ladder.ts';
import type { Staat } from '../staat.ts';
import { laatVerlopenVervallen } from '../verlopen.ts';
import { eisGeenConflict, wieHandelt } from './eisen.ts';

/** The filer or a coordinator reopens it, at the level that closed: as long as the terugblik runs, and what was only reported at any time. */
export function heropenen(decision: Decision, _: unknown, persoon: Persoon): void {
  heropen(decision, persoon, false);
}

/** The filer, or a coordinator of the signaal. Throws DomainError `niet_bevoegd`, `belangenconflict`. */
export function eisHeropener(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  const { staat } = decision;
  if (persoon.id === staat.melder) return persoon;
  if (!coordineert(persoon, staat)) {
    throw new DomainError('niet_bevoegd', 'Alleen de melder of een coördinator kan een signaal heropenen.');
  }
  eisGeenConflict(persoon, staat);
  return persoon;
}

/** Open again, with the full term; `duur` resumes with its day numbers and is silent about what passed while closed. */
export function heropen(decision: Decision, persoon: Persoon, doorErvaring: boolean): void {
  const { staat, kader } = decision;
  const niveau = niveauVan(staat);
  const behandelaar = behandelaarOp(niveau, decision, persoon);
  decision.noteer({ soort: 'heropend', niveau, behandelaar, doorErvaring });
  komAan(decision, () => 'gedaan');
  decision.beginStap('duur', cijfers(kader.beleid.stappen.duur, staat.urgentie), staat.rustendeDuur ?? {});
  laatVerlopenVervallen(decision, ({ stap }) => stap.soort === 'duur');
}

/** Throws DomainError `niet_te_heropenen` while it is open, and once the terugblik is over. */
export function kanHeropenen({ staat: { status, afsluiting, stappen } }: Decision): void {
  const magOpen = afsluiting === 'alleen_gemeld' || stappen.some(({ soort }) => soort === 'terugblik');
  if (status !== 'afgesloten' || !magOpen)
    throw new DomainError('niet_te_heropenen', 'Dit signaal is niet (meer) te heropenen. Dien een nieuw signaal in.');
}

/** What was only reported comes back as `hulp`, so at regionaal. */
function niveauVan({ niveau, afsluiting }: Staat): Niveau {
  return afsluiting === 'alleen_gemeld' && niveau === 'lokaal' ? 'regionaal' : niveau;
}
