import type { Niveau } from '../../beleid/codelijsten.ts';
import { coordineert } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import { behandelaarOp, cijfers, komAan } from '../ladder.ts';
import type { Afsluiting, Staat } from '../staat.ts';
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
  if (status !== 'afgesloten' || afsluiting === null)
    throw new DomainError('niet_te_heropenen', 'Dit signaal is nog open. Heropenen kan na het sluiten.');
  if (afsluiting !== 'alleen_gemeld' && !stappen.some(({ soort }) => soort === 'terugblik'))
    throw new DomainError(
      'niet_te_heropenen',
      `${WAAROM_NIET_MEER[afsluiting]} Speelt het nog? Dien een nieuw signaal in.`,
    );
}

const TE_LANG_DICHT = 'De tijd om dit signaal te heropenen is voorbij.';

const WAAROM_NIET_MEER: Readonly<Record<Exclude<Afsluiting, 'alleen_gemeld'>, string>> = {
  teruggekoppeld: TE_LANG_DICHT,
  eigen_uitkomst: TE_LANG_DICHT,
  ingetrokken: 'Dit signaal is ingetrokken.',
  samengevoegd: 'Dit signaal ging op in een ander signaal.',
};

/** What was only reported comes back as `hulp`, so at regionaal. */
function niveauVan({ niveau, afsluiting }: Staat): Niveau {
  return afsluiting === 'alleen_gemeld' && niveau === 'lokaal' ? 'regionaal' : niveau;
}
