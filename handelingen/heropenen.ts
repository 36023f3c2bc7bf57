import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const heropenen = handeling({
  soort: 'heropenen',
  pad: 'heropeningen',
  operatie: 'heropenSignaal',
  samenvatting: 'Open een gesloten signaal weer',
  omschrijving: 'De melder of een coördinator, zolang de terugblik loopt. Wat alleen is gemeld, kan altijd weer open.',
  invoer: z
    .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom het weer open moet.') })
    .meta({ id: 'Heropening', description: 'Een gesloten signaal weer openen.' }),
  velden: { toelichting: TOELICHTING },
  opdracht: ({ toelichting }) => ({ tekst: { toelichting } }),
});
