import * as z from 'zod';

import { LANGE_TEKST, Systeemreden, tekst } from '#contract/basis.ts';
import { SLOTFASEN } from '#domain/beleid/codelijsten.ts';

import { TOELICHTING } from '../delen/toelichting.ts';
import { patroonhandeling } from '../handeling.ts';

export const patroonSluiten = patroonhandeling({
  soort: 'patroonSluiten',
  pad: 'sluitingen',
  operatie: 'sluitPatroon',
  samenvatting: 'Sluit een patroon',
  omschrijving: 'De signalen die erbij horen, gaan hun eigen gang.',
  invoer: z
    .strictObject({
      fase: z.enum(SLOTFASEN).meta({ description: 'Hoe het afliep.' }),
      systeemreden: Systeemreden.optional().meta({ description: 'Verplicht bij niet_oplosbaar, en alleen dan.' }),
      toelichting: tekst(LANGE_TEKST, 'Hoe het is gelopen.'),
    })
    .meta({ id: 'PatroonSluiting', description: 'Hoe het patroon afliep.' }),
  velden: { fase: { verplicht: 'Kies hoe het afliep.' }, systeemreden: {}, toelichting: TOELICHTING },
  opdracht: ({ fase, systeemreden = null, toelichting }) => {
    if ((fase === 'niet_oplosbaar') === (systeemreden === null))
      return { fouten: [{ pad: ['systeemreden'], soort: systeemreden === null ? 'verplicht' : 'overbodig' }] };
    return { fase, systeemreden, tekst: { toelichting } };
  },
});
