import * as z from 'zod';

import { Gebruikersnaam, LANGE_TEKST, tekst } from '#contract/basis.ts';
import { PERSOON } from '#contract/zinnen.ts';

import { onbekendePersoon } from './bestaat.ts';
import { magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const toewijzen = handeling({
  soort: 'toewijzen',
  pad: 'toewijzingen',
  operatie: 'wijsSignaalToe',
  samenvatting: 'Wijs een signaal toe aan iemand',
  invoer: z
    .strictObject({
      aan: Gebruikersnaam.meta({
        description: 'Id van wie het signaal gaat behandelen.',
        example: 'coordinator.noord',
      }),
      toelichting: tekst(LANGE_TEKST, 'Waarom.').optional(),
    })
    .meta({ id: 'Toewijzing', description: 'Het signaal aan iemand toewijzen.' }),
  velden: { aan: { verplicht: 'Kies wie het signaal krijgt.', ...PERSOON }, toelichting: TOELICHTING },
  opdracht: async ({ aan, toelichting }, { db }) => {
    const fouten = await onbekendePersoon(db, ['aan'], aan);
    return fouten.length > 0 ? { fouten } : { aan, ...magTekst('toelichting', toelichting) };
  },
});
