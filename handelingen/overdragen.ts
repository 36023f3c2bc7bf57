import * as z from 'zod';

import { LANGE_TEKST, Regiocode, tekst } from '#contract/basis.ts';

import { TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const overdragen = handeling({
  soort: 'overdragen',
  pad: 'overdrachten',
  operatie: 'draagSignaalOver',
  samenvatting: 'Draag een signaal over aan een andere regio',
  omschrijving: 'De termijn loopt door. De oude regio blijft meekijken.',
  invoer: z
    .strictObject({ regio: Regiocode, toelichting: tekst(LANGE_TEKST, 'Waarom het bij die regio hoort.') })
    .meta({ id: 'Overdracht', description: 'Het signaal aan een andere regio overdragen.' }),
  velden: { regio: { verplicht: 'Kies aan welke regio u het signaal overdraagt.' }, toelichting: TOELICHTING },
  opdracht: ({ regio, toelichting }) => ({ regio, tekst: { toelichting } }),
});
