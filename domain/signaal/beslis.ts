import { DomainError } from '../errors.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Besluit } from './besluit.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import type { Opdracht } from './opdracht.ts';
import { aanpakVaststellen } from './opdrachten/aanpak-vaststellen.ts';
import { aanvullen } from './opdrachten/aanvullen.ts';
import { ervaringMelden } from './opdrachten/ervaring-melden.ts';
import { escaleren } from './opdrachten/escaleren.ts';
import { heropenen } from './opdrachten/heropenen.ts';
import { hervatten } from './opdrachten/hervatten.ts';
import { indelingWijzigen } from './opdrachten/indeling-wijzigen.ts';
import { indienen } from './opdrachten/indienen.ts';
import { intrekken } from './opdrachten/intrekken.ts';
import { kalenderWijzigen } from './opdrachten/kalender-wijzigen.ts';
import { meedenkerToevoegen } from './opdrachten/meedenker-toevoegen.ts';
import { notitie } from './opdrachten/notitie.ts';
import { oppakken } from './opdrachten/oppakken.ts';
import { overdragen } from './opdrachten/overdragen.ts';
import { pauzeren } from './opdrachten/pauzeren.ts';
import { duplicaatOpnemen, samenvoegen } from './opdrachten/samenvoegen.ts';
import { spoedVragen } from './opdrachten/spoed-vragen.ts';
import { terugkoppelen } from './opdrachten/terugkoppelen.ts';
import { terugleggen } from './opdrachten/terugleggen.ts';
import { toewijzen } from './opdrachten/toewijzen.ts';
import { uitkomstMelden } from './opdrachten/uitkomst-melden.ts';
import { verlengen } from './opdrachten/verlengen.ts';
import { verzoekBeantwoorden } from './opdrachten/verzoek-beantwoorden.ts';
import {
  informatieGeven,
  tegenhouden,
  verzoekIntrekken,
  verzoekOnbestelbaar,
  verzoekVerleggen,
} from './opdrachten/verzoek-bijsturen.ts';
import { verzoekDoen } from './opdrachten/verzoek-doen.ts';
import { vrijgeven } from './opdrachten/vrijgeven.ts';
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
    case 'vrijgeven':
      return vrijgeven(besluit);
    case 'escaleren':
      return escaleren(besluit, opdracht);
    case 'terugleggen':
      return terugleggen(besluit, opdracht);
    case 'pauzeren':
      return pauzeren(besluit, opdracht);
    case 'hervatten':
      return hervatten(besluit);
    case 'verlengen':
      return verlengen(besluit);
    case 'aanpakVaststellen':
      return aanpakVaststellen(besluit, opdracht);
    case 'overdragen':
      return overdragen(besluit, opdracht);
    case 'indelingWijzigen':
      return indelingWijzigen(besluit, opdracht);
    case 'meedenkerToevoegen':
      return meedenkerToevoegen(besluit, opdracht);
    case 'aanvullen':
      return aanvullen(besluit, opdracht);
    case 'spoedVragen':
      return spoedVragen(besluit);
    case 'verzoekDoen':
      return verzoekDoen(besluit, opdracht);
    case 'verzoekBeantwoorden':
      return verzoekBeantwoorden(besluit, opdracht);
    case 'informatieGeven':
      return informatieGeven(besluit, opdracht);
    case 'tegenhouden':
      return tegenhouden(besluit, opdracht);
    case 'verzoekIntrekken':
      return verzoekIntrekken(besluit, opdracht);
    case 'verzoekVerleggen':
      return verzoekVerleggen(besluit, opdracht);
    case 'verzoekOnbestelbaar':
      return verzoekOnbestelbaar(besluit, opdracht);
    case 'uitkomstMelden':
      return uitkomstMelden(besluit, opdracht);
    case 'terugkoppelen':
      return terugkoppelen(besluit);
    case 'intrekken':
      return intrekken(besluit);
    case 'samenvoegen':
      return samenvoegen(besluit, opdracht);
    case 'duplicaatOpnemen':
      return duplicaatOpnemen(besluit, opdracht);
    case 'ervaringMelden':
      return ervaringMelden(besluit, opdracht);
    case 'heropenen':
      return heropenen(besluit);
    case 'notitie':
      return notitie(besluit);
    case 'kalenderWijzigen':
      return kalenderWijzigen(besluit, opdracht);
  }
}
