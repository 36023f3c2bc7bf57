import type { Patroondaad } from '#domain/patroon/beslis.ts';

import type { Patroonhandeling, Patroonopening } from '../handeling.ts';
import { adviesVastleggen } from './advies-vastleggen.ts';
import { agenderen } from './agenderen.ts';
import { antwoordSchrijven } from './antwoord-schrijven.ts';
import { antwoordStoppen } from './antwoord-stoppen.ts';
import { antwoordVersturen } from './antwoord-versturen.ts';
import { patroonBeschrijven } from './beschrijven.ts';
import { besluitVastleggen } from './besluit-vastleggen.ts';
import { effectVastleggen } from './effect-vastleggen.ts';
import { faseWijzigen } from './fase-wijzigen.ts';
import { patroonOpenen } from './openen.ts';
import { patroonOverdragen } from './overdragen.ts';
import { reactieVastleggen } from './reactie-vastleggen.ts';
import { patroonSluiten } from './sluiten.ts';
import { voorstelOpnemen } from './voorstel-opnemen.ts';

/** Every act on a patroon that a person can do, in the order of the reference. */
export const PATROONHANDELINGEN = {
  patroonOpenen,
  voorstelOpnemen,
  faseWijzigen,
  agenderen,
  reactieVastleggen,
  adviesVastleggen,
  besluitVastleggen,
  effectVastleggen,
  antwoordSchrijven,
  antwoordVersturen,
  antwoordStoppen,
  patroonBeschrijven,
  patroonOverdragen,
  patroonSluiten,
} satisfies { readonly patroonOpenen: Patroonopening } & { readonly [S in Patroondaad]: Patroonhandeling<S> };
