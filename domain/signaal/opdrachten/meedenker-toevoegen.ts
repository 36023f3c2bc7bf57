import { coordineert } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { eisGeenConflict, isBehandelaar, wieHandelt } from './eisen.ts';
import { eisMeedenker } from './verzoek-doen.ts';

type MeedenkerToevoegen = Extract<Opdrachtinhoud, { soort: 'meedenkerToevoegen' }>;

/** Somebody else of the programme reads along and writes notes, say a Metgezel who knows the doelgroep. */
export function meedenkerToevoegen(decision: Decision, { persoon: id }: MeedenkerToevoegen): void {
  const { staat, kader } = decision;
  if (staat.meedenkers.includes(id)) throw new DomainError('al_eens_gedaan', 'Deze persoon denkt al mee.');
  eisMeedenker(kader.personen[id], staat);
  decision.noteer({ soort: 'meedenker_toegevoegd', persoon: id });
}

/** The behandelaar, or a coordinator of the signaal. Throws DomainError `niet_bevoegd`, `belangenconflict`. */
export function eisUitnodiger(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  const { staat } = decision;
  if (!coordineert(persoon, staat) && !isBehandelaar(persoon, staat))
    throw new DomainError('niet_bevoegd', 'Alleen de behandelaar of een coördinator kan een meedenker toevoegen.');
  eisGeenConflict(persoon, staat);
  return persoon;
}
