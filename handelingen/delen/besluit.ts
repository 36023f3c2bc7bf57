import * as z from 'zod';

import { datum, eenRegel, KORTE_TEKST } from '#contract/basis.ts';
import type { Velden } from '#contract/velden.ts';
import { DATUM } from '#contract/zinnen.ts';
import type { Teksten } from '#domain/stroom/feiten.ts';

/** A decision against which an objection is possible. */
export const Besluitinvoer = z
  .strictObject({
    datum: datum('De datum van het besluit. Niet in de toekomst.', '2026-03-25'),
    soort: eenRegel(KORTE_TEKST, 'Welk besluit het is.', 'Afwijzing Wlz-indicatie'),
  })
  .meta({ id: 'NieuwBesluit', description: 'Een besluit waartegen bezwaar mogelijk is.' });
type Besluitinvoer = z.output<typeof Besluitinvoer>;

export const BESLUITVELDEN: Velden<z.input<typeof Besluitinvoer>> = {
  datum: DATUM,
  soort: { verplicht: 'Vertel welk besluit het is.', leeg: 'Vertel welk besluit het is.' },
};

/** Which decision it is: what somebody wrote stands where it can be erased. */
export function besluittekst(besluit: Besluitinvoer | undefined): Teksten {
  return besluit === undefined ? {} : { 'besluit.soort': besluit.soort };
}
