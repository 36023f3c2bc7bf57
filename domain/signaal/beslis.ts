import { DomainError } from '../errors.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Besluit } from './besluit.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import type { Opdracht } from './opdracht.ts';
import { escaleren } from './opdrachten/escaleren.ts';
import { indienen } from './opdrachten/indienen.ts';
import { intrekken } from './opdrachten/intrekken.ts';
import { notitie } from './opdrachten/notitie.ts';
import { oppakken } from './opdrachten/oppakken.ts';
import { terugkoppelen } from './opdrachten/terugkoppelen.ts';
import { terugleggen } from './opdrachten/terugleggen.ts';
import { toewijzen } from './opdrachten/toewijzen.ts';
import { uitkomstMelden } from './opdrachten/uitkomst-melden.ts';
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
  if (opdracht.soort === 'indienen') {
    if (staat !== null) throw new DomainError('bestaat_al', 'Dit signaal is al ingediend.');
    indienen(besluit, opdracht);
  } else {
    if (staat === null) throw new DomainError('bestaat_niet', 'Dit signaal is nog niet ingediend.');
    volgOp(besluit, opdracht);
  }
  return besluit.gebeurtenissen;
}

function volgOp(besluit: Besluit, opdracht: Exclude<Opdracht, { soort: 'indienen' }>): void {
  switch (opdracht.soort) {
    case 'oppakken':
      return oppakken(besluit);
    case 'toewijzen':
      return toewijzen(besluit, opdracht);
    case 'escaleren':
      return escaleren(besluit, opdracht);
    case 'terugleggen':
      return terugleggen(besluit, opdracht);
    case 'uitkomstMelden':
      return uitkomstMelden(besluit, opdracht);
    case 'terugkoppelen':
      return terugkoppelen(besluit);
    case 'intrekken':
      return intrekken(besluit);
    case 'notitie':
      return notitie(besluit);
  }
}
