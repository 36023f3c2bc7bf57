import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const uitPatroonHalen = handeling({
  soort: 'uitPatroonHalen',
  pad: 'patroonontkoppelingen',
  operatie: 'haalUitPatroon',
  samenvatting: 'Haal een signaal uit een patroon',
  invoer: z
    .strictObject({ toelichting: tekst(LANGE_TEKST, 'Waarom het er niet bij hoort.') })
    .meta({ id: 'Patroonontkoppeling', description: 'Het signaal hoort niet bij het patroon.' }),
  velden: { toelichting: TOELICHTING },
  // Where there is none, the rules say so.
  opdracht: ({ toelichting }, { stand }) => ({ patroon: stand.staat.patroon ?? stand.id, tekst: { toelichting } }),
});
