import type { Stapregel, Stroommijlpaal } from '../../stroom/stap.ts';
import type { Decision } from '../decision.ts';
import type { Staat, Stapsoort } from '../staat.ts';
import { balBijPartner } from '../verzoeken.ts';

/** An instant at which something must happen with a signaal, and what. */
export type Mijlpaal = Stroommijlpaal<Stapsoort>;

/** The rules of one kind of step of a signaal. */
export type Stapregels = Stapregel<Stapsoort, Stapbasis, Decision>;

/** All that the milestones of a signaal depend on beside their steps. */
export interface Stapbasis extends Pick<Staat, 'kalender' | 'niveau'> {
  balBijPartner: boolean;
}

export function basisVan(staat: Staat): Stapbasis {
  const { kalender, niveau } = staat;
  return { kalender, niveau, balBijPartner: balBijPartner(staat) };
}
