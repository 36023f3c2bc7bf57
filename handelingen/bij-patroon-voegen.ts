import * as z from 'zod';

import { LANGE_TEKST, Patroonnummer, tekst } from '#contract/basis.ts';
import { leesPatroonstand } from '#db/queries/patronen.ts';

import { magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const bijPatroonVoegen = handeling({
  soort: 'bijPatroonVoegen',
  pad: 'patroonkoppelingen',
  operatie: 'voegBijPatroon',
  samenvatting: 'Voeg een signaal toe aan een patroon',
  omschrijving: 'Het signaal gaat zijn eigen gang. De melder hoort ook wat er van het patroon komt.',
  invoer: z
    .strictObject({ patroon: Patroonnummer, toelichting: tekst(LANGE_TEKST, 'Waarom.').optional() })
    .meta({ id: 'Patroonkoppeling', description: 'Het patroon waar het signaal bij hoort.' }),
  velden: {
    patroon: {
      verplicht: 'Kies het patroon.',
      vorm: 'Geef het nummer van een patroon, zoals P-2027-0001.',
      onbekend: 'Dit patroon bestaat niet, of u mag het niet zien.',
    },
    toelichting: TOELICHTING,
  },
  opdracht: async ({ patroon: nummer, toelichting }, { db }) => {
    const patroon = await leesPatroonstand(db, nummer);
    if (patroon === null) return { fouten: [{ pad: ['patroon'], soort: 'onbekend' }] };
    return { patroon: patroon.id, ...magTekst('toelichting', toelichting) };
  },
});
