import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const verlengen = handeling({
  soort: 'verlengen',
  pad: 'verlengingen',
  operatie: 'verlengTermijn',
  samenvatting: 'Verdubbel de termijn van het behandelen',
  omschrijving: 'Eén keer per niveau, door de behandelaar of een coördinator een niveau hoger.',
  invoer: z
    .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom er meer tijd nodig is.') })
    .meta({ id: 'Verlenging', description: 'De termijn één keer verdubbelen.' }),
  velden: { toelichting: TOELICHTING },
  opdracht: ({ toelichting }) => ({ tekst: { toelichting } }),
});
