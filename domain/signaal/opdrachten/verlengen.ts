import { werktOp } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import { niveauBoven } from '../ladder.ts';
import type { Stap } from '../staat.ts';
import { laatVerlopenHerinneringenVervallen } from '../verlopen.ts';
import { eisGeenConflict, eisLopend, isBehandelaar, wieHandelt } from './eisen.ts';

/** The term of behandelen becomes twice as long, once per arrival, by the behandelaar or a coordinator one level up. */
export function verlengen(decision: Decision): void {
  verleng(decision, kanVerlengen(decision));
}

/** The term that can become longer. Throws DomainError when there is none. */
export function kanVerlengen({ staat }: Decision): Stap {
  eisLopend(staat);
  const stap = staat.stappen.find(({ soort }) => soort === 'behandelen');
  if (stap === undefined)
    throw new DomainError('status_staat_niet_toe', 'Er loopt nu geen termijn die u kunt verlengen.');
  if (stap.verlengd) throw new DomainError('al_eens_gedaan', 'Deze termijn is al eens verlengd.');
  if (stap.geweest.includes('uitloop'))
    throw new DomainError('status_staat_niet_toe', 'Deze termijn is al verstreken.');
  return stap;
}

/** The last day becomes day 2n; what was not yet sent lapses, and the reminders come anew in the second half, if not past already. */
export function verleng(decision: Decision, { sleutel, n, herinneringsdagen }: Stap): void {
  decision.noteer({
    soort: 'verlengd',
    stap: sleutel,
    n: 2 * n,
    herinneringsdagen: herinneringsdagen.map((dag) => n + dag),
  });
  laatVerlopenHerinneringenVervallen(decision);
}

/** The behandelaar, or a coordinator one level up. Throws DomainError `niet_behandelaar`, `belangenconflict`. */
export function eisVerlenger(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  const { staat } = decision;
  const isHoger = staat.niveau !== 'landelijk' && werktOp(niveauBoven(staat.niveau), persoon, staat);
  if (!isBehandelaar(persoon, staat) && !isHoger) {
    throw new DomainError(
      'niet_behandelaar',
      'Alleen de behandelaar of een coördinator een niveau hoger kan de termijn verlengen.',
    );
  }
  eisGeenConflict(persoon, staat);
  return persoon;
}
