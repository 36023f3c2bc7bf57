import { DomainError } from '../errors.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { Besluit } from './besluit.ts';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import type { Opdracht, Opdrachtsoort } from './opdracht.ts';
import { aanpakVaststellen } from './opdrachten/aanpak-vaststellen.ts';
import { aanvullen } from './opdrachten/aanvullen.ts';
import { eisBehandelaar, eisCoordinator, eisDienst, eisMelder } from './opdrachten/eisen.ts';
import { ervaringMelden } from './opdrachten/ervaring-melden.ts';
import { eisEscaleerder, escaleren } from './opdrachten/escaleren.ts';
import { eisHeropener, heropenen } from './opdrachten/heropenen.ts';
import { hervatten } from './opdrachten/hervatten.ts';
import { indelingWijzigen } from './opdrachten/indeling-wijzigen.ts';
import { eisIndiener, indienen } from './opdrachten/indienen.ts';
import { intrekken } from './opdrachten/intrekken.ts';
import { kalenderWijzigen } from './opdrachten/kalender-wijzigen.ts';
import { eisUitnodiger, meedenkerToevoegen } from './opdrachten/meedenker-toevoegen.ts';
import { eisLezer, notitie } from './opdrachten/notitie.ts';
import { oppakken } from './opdrachten/oppakken.ts';
import { overdragen } from './opdrachten/overdragen.ts';
import { pauzeren } from './opdrachten/pauzeren.ts';
import { duplicaatOpnemen, samenvoegen } from './opdrachten/samenvoegen.ts';
import { spoedVragen } from './opdrachten/spoed-vragen.ts';
import { terugkoppelen } from './opdrachten/terugkoppelen.ts';
import { eisTeruglegger, terugleggen } from './opdrachten/terugleggen.ts';
import { eisToewijzer, toewijzen } from './opdrachten/toewijzen.ts';
import { uitkomstMelden } from './opdrachten/uitkomst-melden.ts';
import { eisVerlenger, verlengen } from './opdrachten/verlengen.ts';
import { eisAntwoorder, verzoekBeantwoorden } from './opdrachten/verzoek-beantwoorden.ts';
import {
  informatieGeven,
  tegenhouden,
  verzoekIntrekken,
  verzoekOnbestelbaar,
  verzoekVerleggen,
} from './opdrachten/verzoek-bijsturen.ts';
import { verzoekDoen } from './opdrachten/verzoek-doen.ts';
import { eisVrijgever, vrijgeven } from './opdrachten/vrijgeven.ts';
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
  volg(opdracht.soort, besluit, opdracht);
  return besluit.gebeurtenissen;
}

type Van<S extends Opdrachtsoort> = Extract<Opdracht, { soort: S }>;
type Regel<S extends Opdrachtsoort> = (besluit: Besluit, opdracht: Van<S>) => void;

/** Who may do what (ontwerp §3.2). */
const REGELS: { [S in Opdrachtsoort]: Regel<S> } = {
  indienen: regel(eisIndiener, indienen),
  oppakken: regel(eisCoordinator, oppakken),
  toewijzen: regel(eisToewijzer, toewijzen),
  vrijgeven: regel(eisVrijgever, vrijgeven),
  escaleren: regel(eisEscaleerder, escaleren),
  terugleggen: regel(eisTeruglegger, terugleggen),
  pauzeren: regel(eisBehandelaar, pauzeren),
  hervatten: regel(eisBehandelaar, hervatten),
  verlengen: regel(eisVerlenger, verlengen),
  aanpakVaststellen: regel(eisBehandelaar, aanpakVaststellen),
  overdragen: regel(eisCoordinator, overdragen),
  indelingWijzigen: regel(eisCoordinator, indelingWijzigen),
  meedenkerToevoegen: regel(eisUitnodiger, meedenkerToevoegen),
  aanvullen: regel(eisMelder, aanvullen),
  spoedVragen: regel(eisMelder, spoedVragen),
  verzoekDoen: regel(eisBehandelaar, verzoekDoen),
  verzoekBeantwoorden: regel(eisAntwoorder, verzoekBeantwoorden),
  informatieGeven: regel(eisBehandelaar, informatieGeven),
  tegenhouden: regel(eisBehandelaar, tegenhouden),
  verzoekIntrekken: regel(eisBehandelaar, verzoekIntrekken),
  verzoekVerleggen: regel(eisBehandelaar, verzoekVerleggen),
  verzoekOnbestelbaar: regel(eisDienst, verzoekOnbestelbaar),
  uitkomstMelden: regel(eisBehandelaar, uitkomstMelden),
  terugkoppelen: regel(eisBehandelaar, terugkoppelen),
  intrekken: regel(eisMelder, intrekken),
  samenvoegen: regel(eisCoordinator, samenvoegen),
  duplicaatOpnemen: regel(eisCoordinator, duplicaatOpnemen),
  ervaringMelden: regel(eisMelder, ervaringMelden),
  heropenen: regel(eisHeropener, heropenen),
  notitie: regel(eisLezer, notitie),
  kalenderWijzigen: regel(eisDienst, kalenderWijzigen),
};

/** Who may do it comes before what may be done now, so that a refusal tells an outsider nothing of how the signaal stands. */
function regel<S extends Opdrachtsoort, W>(
  wie: (besluit: Besluit, opdracht: Van<S>) => W,
  doe: (besluit: Besluit, opdracht: Van<S>, wie: W) => void,
): Regel<S> {
  return (besluit, opdracht) => doe(besluit, opdracht, wie(besluit, opdracht));
}

function volg<S extends Opdrachtsoort>(soort: S, besluit: Besluit, opdracht: Van<S>): void {
  REGELS[soort](besluit, opdracht);
}
