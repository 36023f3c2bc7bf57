import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';
import { codesVan } from '#domain/beleid/codelijsten.ts';

import { magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const ervaringMelden = handeling({
  soort: 'ervaringMelden',
  pad: 'ervaringen',
  operatie: 'meldErvaring',
  samenvatting: 'Vertel hoe het nu gaat',
  omschrijving:
    'Alleen de melder, zolang de terugblik loopt. Helpt het niet, dan gaat het signaal één keer vanzelf weer open.',
  invoer: z
    .strictObject({
      ervaring: z.enum(codesVan('ervaring')).meta({ description: 'Of het helpt.' }),
      toelichting: tekst(LANGE_TEKST, 'Wat u erover wilt vertellen.').optional(),
    })
    .meta({ id: 'NieuweErvaring', description: 'Hoe het nu gaat.' }),
  velden: { ervaring: { verplicht: 'Kies of het helpt.' }, toelichting: TOELICHTING },
  opdracht: ({ ervaring, toelichting }) => ({ ervaring, ...magTekst('toelichting', toelichting) }),
});
