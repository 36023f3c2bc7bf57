import * as z from 'zod';

import { Gebruikersnaam, LANGE_TEKST, tekst } from '#contract/basis.ts';
import { PERSOON } from '#contract/zinnen.ts';

import { onbekendePersoon } from './bestaat.ts';
import { TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const terugleggen = handeling({
  soort: 'terugleggen',
  pad: 'terugleggingen',
  operatie: 'legSignaalTerug',
  samenvatting: 'Leg een signaal een niveau lager',
  invoer: z
    .strictObject({
      aan: Gebruikersnaam.meta({
        description: 'Id van wie het een niveau lager gaat behandelen.',
        example: 'metgezel.noord',
      }),
      instemming: z
        .boolean()
        .default(false)
        .meta({ description: 'Of de ontvanger ermee instemt. Nodig bij de tweede keer.' }),
      toelichting: tekst(LANGE_TEKST, 'Het antwoord, of de reden.'),
    })
    .meta({ id: 'Teruglegging', description: 'Het signaal een niveau lager leggen.' }),
  velden: {
    aan: { verplicht: 'Kies wie het signaal krijgt.', ...PERSOON },
    instemming: {},
    toelichting: TOELICHTING,
  },
  opdracht: async ({ aan, instemming, toelichting }, { db }) => {
    const fouten = await onbekendePersoon(db, ['aan'], aan);
    return fouten.length > 0 ? { fouten } : { aan, instemming, tekst: { toelichting } };
  },
});
