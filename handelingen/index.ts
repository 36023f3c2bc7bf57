import type { Daad } from '#domain/signaal/mag-nu.ts';

import { aanpakVaststellen } from './aanpak-vaststellen.ts';
import { aanvullen } from './aanvullen.ts';
import { bijPatroonVoegen } from './bij-patroon-voegen.ts';
import { ervaringMelden } from './ervaring-melden.ts';
import { escaleren } from './escaleren.ts';
import type { Indiening, Vervolghandeling } from './handeling.ts';
import { heropenen } from './heropenen.ts';
import { hervatten } from './hervatten.ts';
import { indelingWijzigen } from './indeling-wijzigen.ts';
import { indienen } from './indienen.ts';
import { informatieGeven } from './informatie-geven.ts';
import { intrekken } from './intrekken.ts';
import { meedenkerToevoegen } from './meedenker-toevoegen.ts';
import { notitie } from './notitie.ts';
import { oppakken } from './oppakken.ts';
import { overdrachtVastleggen } from './overdracht-vastleggen.ts';
import { overdragen } from './overdragen.ts';
import { pauzeren } from './pauzeren.ts';
import { samenvoegen } from './samenvoegen.ts';
import { spoedVragen } from './spoed-vragen.ts';
import { tegenhouden } from './tegenhouden.ts';
import { terugkoppelen } from './terugkoppelen.ts';
import { terugleggen } from './terugleggen.ts';
import { toewijzen } from './toewijzen.ts';
import { uitPatroonHalen } from './uit-patroon-halen.ts';
import { uitkomstMelden } from './uitkomst-melden.ts';
import { verlengen } from './verlengen.ts';
import { verzoekBeantwoorden } from './verzoek-beantwoorden.ts';
import { verzoekDoen } from './verzoek-doen.ts';
import { verzoekIntrekken } from './verzoek-intrekken.ts';
import { verzoekVerleggen } from './verzoek-verleggen.ts';
import { vrijgeven } from './vrijgeven.ts';

/** Every act that a person can do, in the order of the reference. */
export const HANDELINGEN = {
  indienen,
  oppakken,
  toewijzen,
  vrijgeven,
  escaleren,
  overdrachtVastleggen,
  terugleggen,
  pauzeren,
  hervatten,
  verlengen,
  aanpakVaststellen,
  overdragen,
  indelingWijzigen,
  meedenkerToevoegen,
  aanvullen,
  spoedVragen,
  samenvoegen,
  bijPatroonVoegen,
  uitPatroonHalen,
  uitkomstMelden,
  terugkoppelen,
  intrekken,
  ervaringMelden,
  heropenen,
  notitie,
  verzoekDoen,
  verzoekBeantwoorden,
  informatieGeven,
  tegenhouden,
  verzoekIntrekken,
  verzoekVerleggen,
} satisfies { readonly indienen: Indiening } & { readonly [S in Daad]: Vervolghandeling<S> };
