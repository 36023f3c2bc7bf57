import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';
import { OPEN_FASEN } from '#domain/beleid/codelijsten.ts';

import { TOELICHTING } from '../delen/toelichting.ts';
import { patroonhandeling } from '../handeling.ts';

export const faseWijzigen = patroonhandeling({
  soort: 'faseWijzigen',
  pad: 'fasen',
  operatie: 'wijzigFase',
  samenvatting: 'Breng een patroon in een andere fase',
  omschrijving: 'Een gesloten patroon gaat hiermee weer open.',
  invoer: z
    .strictObject({
      fase: z.enum(OPEN_FASEN).meta({ description: 'De nieuwe fase.' }),
      toelichting: tekst(LANGE_TEKST, 'Waarom.'),
    })
    .meta({ id: 'FaseWijziging', description: 'Een andere fase.' }),
  velden: { fase: { verplicht: 'Kies de nieuwe fase.' }, toelichting: TOELICHTING },
  opdracht: ({ fase, toelichting }) => ({ fase, tekst: { toelichting } }),
});
