import type { Ketenpartners } from '#activities/ketenpartners/ketenpartners.ts';

import type { Invulonderdelen } from '../invullen/invulpagina.tsx';

export interface Organisatieonderdelen extends Invulonderdelen {
  ketenpartners: Ketenpartners;
}
