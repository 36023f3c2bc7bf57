import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';
import type { Velden } from '#contract/velden.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';

/** What is handed over with a signaal that goes a level up. */
export const Overdrachtinvoer = z.strictObject({
  geprobeerd: tekst(LANGE_TEKST, 'Wat is geprobeerd.'),
  gevraagd: tekst(LANGE_TEKST, 'Wat aan wie is gevraagd.'),
  gewenst: tekst(LANGE_TEKST, 'Wat er nu nodig is.'),
});

export const OVERDRACHTVELDEN: Velden<z.input<typeof Overdrachtinvoer>> = {
  geprobeerd: { verplicht: 'Schrijf wat is geprobeerd.', leeg: 'Schrijf wat is geprobeerd.' },
  gevraagd: { verplicht: 'Schrijf wat aan wie is gevraagd.', leeg: 'Schrijf wat aan wie is gevraagd.' },
  gewenst: { verplicht: 'Schrijf wat er nu nodig is.', leeg: 'Schrijf wat er nu nodig is.' },
};

export function overdrachtteksten({ geprobeerd, gevraagd, gewenst }: z.output<typeof Overdrachtinvoer>): Teksten {
  return { 'overdracht.geprobeerd': geprobeerd, 'overdracht.gevraagd': gevraagd, 'overdracht.gewenst': gewenst };
}
