import { DomainError } from '../../errors.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import type { Stapsoort } from '../staat.ts';
import { eisDatumVooruit, eisLopend } from './eisen.ts';

type AanpakVaststellen = Extract<Opdrachtinhoud, { soort: 'aanpakVaststellen' }>;

/** What makes way for the review date: the term, or an earlier approach. */
const STEL_UIT: readonly Stapsoort[] = ['behandelen', 'aanpak'];

/** At landelijk the behandelaar chooses an approach and a date to review it; until then behandelen rests. */
export function aanpakVaststellen(decision: Decision, { datum }: AanpakVaststellen): void {
  eisDatumVooruit(decision, datum, decision.kader.beleid.stappen.aanpak.uiterlijk);
  const verlengd = decision.staat.stappen.some((stap) => STEL_UIT.includes(stap.soort) && stap.verlengd);
  decision.noteer({ soort: 'aanpak_vastgesteld', datum });
  decision.eindigStappen(STEL_UIT, () => 'gedaan');
  decision.beginStap('aanpak', { n: 0, uitloop: 0, herinneringsdagen: [], herhaling: null }, { datum, verlengd });
}

/** Throws DomainError unless it is in hand at landelijk. */
export function kanAanpakVaststellen({ staat }: Decision): void {
  eisLopend(staat);
  if (staat.niveau !== 'landelijk' || staat.status === 'gepauzeerd') {
    throw new DomainError(
      'status_staat_niet_toe',
      'Een aanpak stelt u vast voor een signaal dat landelijk in behandeling is.',
    );
  }
}
