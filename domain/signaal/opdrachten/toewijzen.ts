import type { Niveau } from '../../beleid/codelijsten.ts';
import { heeftConflict, heeftRol, werktOp } from '../../bevoegdheden.ts';
import { DomainError } from '../../errors.ts';
import type { Persoon } from '../../stroom/kader.ts';
import type { Decision } from '../decision.ts';
import type { Opdrachtinhoud } from '../opdracht.ts';
import type { Staat } from '../staat.ts';
import { eisCoordinator, eisGeenConflict, wieHandelt } from './eisen.ts';

type Toewijzen = Extract<Opdrachtinhoud, { soort: 'toewijzen' }>;

/** A coordinator, or programmaleiding, puts the signaal in the hands of somebody who works at its level. */
export function toewijzen(decision: Decision, { aan }: Toewijzen): void {
  const { staat } = decision;
  if (staat.behandelaar === aan) throw new DomainError('al_behandelaar', 'Deze persoon behandelt het signaal al.');
  eisGeschikt(decision, aan, staat.niveau);
  decision.noteer({ soort: 'toegewezen', behandelaar: aan });
  decision.eindigStappen(['oppakken'], () => 'gedaan');
}

/** A coordinator of the signaal, or programmaleiding. Throws DomainError `niet_bevoegd`, `belangenconflict`. */
export function eisToewijzer(decision: Decision): Persoon {
  const persoon = wieHandelt(decision);
  if (!heeftRol(persoon, 'programmaleiding')) return eisCoordinator(decision);
  eisGeenConflict(persoon, decision.staat);
  return persoon;
}

/** Throws DomainError `ontvanger_ongeschikt` unless this person is active, works at that level and is free of conflict. */
export function eisGeschikt({ staat, kader }: Decision, id: string, niveau: Niveau): void {
  const persoon = kader.personen[id];
  if (persoon === undefined || !isGeschikt(persoon, staat, niveau))
    throw new DomainError('ontvanger_ongeschikt', `Deze persoon kan dit signaal niet ${niveau} behandelen.`);
}

/** True for somebody active who works at that level and is free of conflict. */
export function isGeschikt(persoon: Persoon, staat: Staat, niveau: Niveau): boolean {
  return persoon.actief && werktOp(niveau, persoon, staat) && !heeftConflict(persoon, staat);
}
