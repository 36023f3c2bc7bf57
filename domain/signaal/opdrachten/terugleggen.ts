import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import { komAan, niveauOnder } from '../ladder.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import { eisBehandelaar, eisCoordinator, eisLopend } from './eisen.ts';
import { eisGeschikt } from './toewijzen.ts';

type Terugleggen = Extract<Opdrachtinhoud, { soort: 'terugleggen' }>;

/**
 * Back one level to a named behandelaar, with an answer or a reason: by the behandelaar, or by a coordinator who has not picked it up.
 * A second time from the same level only if the receiver agrees; never to lokaal when it is urgent.
 */
export function terugleggen(decision: Decision, { aan, instemming }: Terugleggen): void {
  const { staat } = decision;
  const naar = niveauOnder(staat.niveau);
  if ((staat.teruggelegd[staat.niveau] ?? 0) > 0 && !instemming) {
    throw new DomainError(
      'instemming_ontbreekt',
      'Dit signaal is al eens teruggelegd. Nu moet de ontvanger er eerst mee instemmen.',
    );
  }
  eisGeschikt(decision, aan, naar);
  decision.noteer({ soort: 'teruggelegd', van: staat.niveau, naar, behandelaar: aan, instemming });
  komAan(decision, () => 'gedaan');
}

/** Throws DomainError unless there is a level below that may have it. */
export function kanTerugleggen({ staat }: Decision): void {
  eisLopend(staat);
  if (niveauOnder(staat.niveau) === 'lokaal' && staat.urgentie === 'spoed') {
    throw new DomainError('spoed_niet_lokaal', 'Een spoedsignaal kan niet terug naar lokaal.');
  }
}

/** The behandelaar; before somebody picked it up, a coordinator of the level. */
export function eisTeruglegger(decision: Decision): Persoon {
  return decision.staat.behandelaar === null ? eisCoordinator(decision) : eisBehandelaar(decision);
}
