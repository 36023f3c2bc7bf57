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
    'Alleen de melder, zolang de terugblik loopt. Wat het voor het gezin scheelt, hoeft u alleen te zeggen als u dat weet. Helpt het niet, dan gaat het signaal één keer vanzelf weer open.',
  invoer: z
    .strictObject({
      ervaring: z.enum(codesVan('ervaring')).meta({ description: 'Of het helpt.' }),
      veranderingen: z
        .array(z.enum(codesVan('verandering')))
        .min(1)
        .max(codesVan('verandering').length)
        .optional()
        .meta({ description: 'Wat er voor het gezin veranderde, als u dat weet.' }),
      urenMinder: z
        .enum(codesVan('uren_minder'))
        .optional()
        .meta({ description: 'Hoeveel tijd het gezin en wie helpt nu minder kwijt zijn aan regelen. Een schatting.' }),
      kostenMinder: z
        .enum(codesVan('kosten_minder'))
        .optional()
        .meta({ description: 'Hoeveel minder het kost voor wie het betaalt. Een schatting.' }),
      toelichting: tekst(LANGE_TEKST, 'Wat u erover wilt vertellen.').optional(),
    })
    .meta({ id: 'NieuweErvaring', description: 'Hoe het nu gaat.' }),
  velden: {
    ervaring: { verplicht: 'Kies of het helpt.' },
    veranderingen: {
      te_weinig: 'Kies wat er veranderde, of laat het weg.',
      te_veel: 'Noem elke verandering één keer.',
    },
    urenMinder: {},
    kostenMinder: {},
    toelichting: TOELICHTING,
  },
  opdracht: ({ ervaring, veranderingen = [], urenMinder = null, kostenMinder = null, toelichting }) => {
    const isBekend = veranderingen.length > 0 || urenMinder !== null || kostenMinder !== null;
    const effect = { veranderingen: [...new Set(veranderingen)], urenMinder, kostenMinder };
    return { ervaring, ...(isBekend && { effect }), ...magTekst('toelichting', toelichting) };
  },
});
