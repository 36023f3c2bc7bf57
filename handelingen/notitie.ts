import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { handeling } from './handeling.ts';

export const notitie = handeling({
  soort: 'notitie',
  pad: 'notities',
  operatie: 'noteer',
  samenvatting: 'Schrijf een notitie bij een signaal',
  invoer: z
    .strictObject({ notitie: tekst(LANGE_TEKST, 'De notitie.') })
    .meta({ id: 'Notitie', description: 'Een notitie bij het signaal.' }),
  velden: { notitie: { verplicht: 'Schrijf de notitie.', leeg: 'Schrijf de notitie.' } },
  opdracht: (invoer) => ({ tekst: { notitie: invoer.notitie } }),
});
