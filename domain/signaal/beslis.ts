import { DomainError } from '../errors.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Besluit } from './besluit.ts';
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
  const aanleiding = {
    bron: opdracht.id,
    door: opdracht.door,
    verschuldigdOp: null,
    tekst: 'tekst' in opdracht ? opdracht.tekst : undefined,
  };
  const besluit = new Besluit(id, staat, nu, kader, aanleiding);
  const isIndiening = opdracht.soort === 'indienen';
  if (isIndiening && staat !== null) throw new DomainError('bestaat_al', 'Dit signaal is al ingediend.');
  if (!isIndiening && staat === null) throw new DomainError('bestaat_niet', 'Dit signaal is nog niet ingediend.');
  doe(opdracht.soort, besluit, opdracht);
  return besluit.gebeurtenissen;
}

/** Who may do it comes before what may be done now, so that a refusal tells an outsider nothing of how the signaal stands. */
function doe<S extends Opdrachtsoort>(soort: S, besluit: Besluit, opdracht: Van<S>): void {
  const regel = REGELS[soort];
  const wie = regel.wie(besluit, opdracht);
  regel.kan(besluit, opdracht, wie);
  if (soort !== 'indienen') eisRuimte(besluit, soort);
  regel.doe(besluit, opdracht, wie);
}
