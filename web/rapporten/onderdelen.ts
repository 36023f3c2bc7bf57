import type { Noemers } from '#activities/rapporten/noemers.ts';
import type { Rapporten as Rapportdienst } from '#activities/rapporten/rapporten.ts';

import type { Vignetonderdelen } from './vignetten.tsx';

export interface Rapportonderdelen extends Vignetonderdelen {
  rapporten: Rapportdienst;
  noemers: Noemers;
}
