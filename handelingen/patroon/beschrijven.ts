import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { patroonhandeling } from '../handeling.ts';
import { OMSCHRIJVING, Patroontitel, TITEL } from './titel.ts';

export const patroonBeschrijven = patroonhandeling({
  soort: 'patroonBeschrijven',
  pad: 'beschrijvingen',
  operatie: 'beschrijfPatroon',
  samenvatting: 'Geef een patroon een andere titel of omschrijving',
  invoer: z
    .strictObject({
      titel: Patroontitel,
      omschrijving: tekst(LANGE_TEKST, 'Wat er bij meer gezinnen vastloopt, en waardoor.'),
    })
    .meta({ id: 'PatroonBeschrijving', description: 'Een andere titel en omschrijving.' }),
  velden: { titel: TITEL, omschrijving: OMSCHRIJVING },
  opdracht: ({ titel, omschrijving }) => ({ tekst: { titel, omschrijving } }),
});
