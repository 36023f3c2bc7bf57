import * as z from 'zod';

import { Gebruikersnaam, LANGE_TEKST, tekst } from '#contract/basis.ts';
import { PERSOON } from '#contract/zinnen.ts';

import { onbekendePersoon } from './bestaat.ts';
import { magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const meedenkerToevoegen = handeling({
  soort: 'meedenkerToevoegen',
  pad: 'meedenkers',
  operatie: 'voegMeedenkerToe',
  samenvatting: 'Laat iemand meelezen en meeschrijven',
  invoer: z
    .strictObject({
      persoon: Gebruikersnaam.meta({ description: 'Id van wie gaat meedenken.', example: 'metgezel.west' }),
      toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
    })
    .meta({ id: 'NieuweMeedenker', description: 'Iemand laten meelezen en meeschrijven.' }),
  velden: { persoon: { verplicht: 'Kies wie.', ...PERSOON }, toelichting: TOELICHTING },
  opdracht: async ({ persoon, toelichting }, { db }) => {
    const fouten = await onbekendePersoon(db, ['persoon'], persoon);
    return fouten.length > 0 ? { fouten } : { persoon, ...magTekst('toelichting', toelichting) };
  },
});
