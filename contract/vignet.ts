import * as z from 'zod';

import { eenRegel, KORTE_TEKST, LANGE_TEKST, Signaalnummer, tekst } from './basis.ts';
import { PadRapport } from './rapport.ts';
import { BEVESTIGDVELDEN, metBevestiging } from './twijfel.ts';
import type { Velden } from './velden.ts';

/** Where the path names a story in it. */
export const PadVignet = PadRapport.extend({ vignet: z.uuid().meta({ description: 'Id van het verhaal.' }) });

const VERHAAL = {
  titel: eenRegel(KORTE_TEKST, 'Hoe het verhaal heet, zonder namen.', 'Tien brieven verder'),
  verhaal: tekst(LANGE_TEKST, 'Wat het gezin meemaakte, zonder dat iemand te herkennen is.', 'Een moeder vroeg …'),
};

export const NieuwVignet = metBevestiging(
  z
    .strictObject({ signaal: Signaalnummer, ...VERHAAL })
    .meta({ id: 'NieuwVignet', description: 'Een verhaal bij een rapport.' }),
);

export const Vignetwijziging = metBevestiging(
  z.strictObject(VERHAAL).meta({ id: 'Vignetwijziging', description: 'Een verhaal zoals het moet worden.' }),
);

export const VIGNETWIJZIGINGZINNEN: Velden<z.input<typeof Vignetwijziging>> = {
  titel: { verplicht: 'Geef het verhaal een titel.', leeg: 'Geef het verhaal een titel.' },
  verhaal: { verplicht: 'Schrijf wat het gezin meemaakte.', leeg: 'Schrijf wat het gezin meemaakte.' },
  ...BEVESTIGDVELDEN,
};

export const VIGNETZINNEN: Velden<z.input<typeof NieuwVignet>> = {
  signaal: {
    verplicht: 'Geef het nummer van het signaal.',
    vorm: 'Schrijf het nummer als S-2027-0001.',
    onbekend: 'Dit signaal kennen wij niet, of u mag het niet lezen.',
  },
  ...VIGNETWIJZIGINGZINNEN,
};
