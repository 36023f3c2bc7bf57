import { DomainError } from '../../errors.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';

type BijPatroonVoegen = Extract<Opdrachtinhoud, { soort: 'bijPatroonVoegen' }>;
type UitPatroonHalen = Extract<Opdrachtinhoud, { soort: 'uitPatroonHalen' }>;
type PatroonantwoordGeven = Extract<Opdrachtinhoud, { soort: 'patroonantwoordGeven' }>;

/** The signaal becomes part of a patroon, also when it was only reported or has closed. It goes on as it did. */
export function bijPatroonVoegen(decision: Decision, { patroon }: BijPatroonVoegen): void {
  decision.noteer({ soort: 'bij_patroon_gevoegd', patroon });
}

/** Throws DomainError for what is part of a patroon already, or lives on in another signaal, or was withdrawn. */
export function kanBijPatroonVoegen({ staat: { patroon, afsluiting } }: Decision): void {
  if (patroon !== undefined) throw new DomainError('al_eens_gedaan', 'Dit signaal hoort al bij een patroon.');
  if (afsluiting === 'ingetrokken') throw new DomainError('gesloten', 'Dit signaal is ingetrokken.');
  if (afsluiting === 'samengevoegd') throw new DomainError('gesloten', 'Dit signaal ging op in een ander signaal.');
}

/** It was no part of it after all. */
export function uitPatroonHalen(decision: Decision, { patroon }: UitPatroonHalen): void {
  if (decision.staat.patroon !== patroon)
    throw new DomainError('geen_patroon', 'Dit signaal hoort niet bij dit patroon.');
  decision.noteer({ soort: 'uit_patroon_gehaald', patroon });
}

/** Throws DomainError for what is part of no patroon. */
export function kanUitPatroonHalen({ staat }: Decision): void {
  if (staat.patroon === undefined) throw new DomainError('geen_patroon', 'Dit signaal hoort niet bij een patroon.');
}

/**
 * The filer hears what came of the patroon, whatever the status. What had closed is looked back on anew, from this answer on. Nothing
 * when the signaal has left the patroon meanwhile, or has had this answer.
 */
export function patroonantwoordGeven(decision: Decision, { patroon, versie }: PatroonantwoordGeven): void {
  const { staat, kader } = decision;
  if (staat.patroon !== patroon || (staat.patroonantwoord ?? 0) >= versie) return;
  decision.noteer({ soort: 'patroonantwoord_gegeven', patroon, versie });
  if (staat.status !== 'afgesloten') return;
  const { einde, vraagdagen } = kader.beleid.stappen.terugblik;
  decision.eindigStappen(['terugblik'], () => 'vervallen');
  decision.beginStap('terugblik', { n: einde, uitloop: 0, herinneringsdagen: vraagdagen, herhaling: null });
}
