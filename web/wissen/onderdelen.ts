import type { Wissingen } from '#activities/wissen/beslissen.ts';
import type { Bewaartermijnen } from '#activities/wissen/termijnen.ts';

import type { Invulonderdelen } from '../invullen/invulpagina.tsx';

export interface Wisonderdelen extends Invulonderdelen {
  wissingen: Wissingen;
  bewaartermijnen: Bewaartermijnen;
}
