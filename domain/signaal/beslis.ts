import { DomainError } from '../errors.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Decision } from './decision.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import type { Opdracht, Opdrachtsoort } from './opdracht.ts';
import { REGELS, type Van } from './regels.ts';
import { eisRuimte } from './ruimte.ts';
import type { Staat } from './staat.ts';

/**
 * May this person do this now, and what then happened? `staat` has been caught up to `nu` (see haalIn); `null` is a signaal that
 * does not exist yet, with the id `id`. Throws DomainError with the reason when it may not be done.
 */
export function beslis(id: string, staat: Staat | null, opdracht: Opdracht, nu: Tijdstip, kader: Kader): Gebeurtenis[] {
  return beslisTot(id, staat, opdracht, nu, kader).gebeurtenissen;
}

/** The same, with the staat after each of what happened. */
export function beslisTot(
  id: string,
  staat: Staat | null,
  opdracht: Opdracht,
  nu: Tijdstip,
  kader: Kader,
): Pick<Decision, 'gebeurtenissen' | 'staten'> {
  const aanleiding = {
    bron: opdracht.id,
    door: opdracht.door,
    verschuldigdOp: null,
    tekst: 'tekst' in opdracht ? opdracht.tekst : undefined,
  };
  const decision = new Decision(id, staat, nu, kader, aanleiding);
  const isIndiening = opdracht.soort === 'indienen';
  if (isIndiening && staat !== null) throw new DomainError('bestaat_al', 'Dit signaal is al ingediend.');
  if (!isIndiening && staat === null) throw new DomainError('bestaat_niet', 'Dit signaal is nog niet ingediend.');
  doe(opdracht.soort, decision, opdracht);
  return decision;
}

/** Who may do it comes before what may be done now, so that a refusal tells an outsider nothing of how the signaal stands. */
function doe<S extends Opdrachtsoort>(soort: S, decision: Decision, opdracht: Van<S>): void {
  const regel = REGELS[soort];
  const wie = regel.wie(decision, opdracht);
  regel.kan(decision, opdracht, wie);
  if (soort !== 'indienen') eisRuimte(decision, soort);
  regel.doe(decision, opdracht, wie);
}
