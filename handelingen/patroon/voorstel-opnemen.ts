import * as z from 'zod';

import { LANGE_TEKST, tekst, Voorstelid } from '#contract/basis.ts';

import { TOELICHTING } from '../delen/toelichting.ts';
import { patroonhandeling } from '../handeling.ts';
import { vindGevonden, VOORSTEL } from './gevonden.ts';

export const voorstelOpnemen = patroonhandeling({
  soort: 'voorstelOpnemen',
  pad: 'voorstellen',
  operatie: 'neemVoorstelOp',
  samenvatting: 'Neem een patroonvoorstel op in een patroon',
  omschrijving:
    'De signalen van het voorstel horen er dan bij. Is het antwoord al verstuurd, dan krijgen hun melders het ook.',
  invoer: z
    .strictObject({ voorstel: Voorstelid, toelichting: tekst(LANGE_TEKST, 'Waarom het bij dit patroon hoort.') })
    .meta({ id: 'Voorstelopname', description: 'Het voorstel dat bij dit patroon hoort.' }),
  velden: { voorstel: VOORSTEL, toelichting: TOELICHTING },
  opdracht: async ({ voorstel, toelichting }, situatie) => {
    const uit = await vindGevonden(voorstel, situatie);
    return uit === null ? { fouten: [{ pad: ['voorstel'], soort: 'onbekend' }] } : { uit, tekst: { toelichting } };
  },
});
