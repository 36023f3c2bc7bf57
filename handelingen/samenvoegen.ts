import * as z from 'zod';

import { LANGE_TEKST, Signaalid, Signaalnummer, tekst } from '#contract/basis.ts';
import { NIET_BEGONNEN } from '#contract/schrijffouten.ts';

import { zichtbaarSignaal } from './bestaat.ts';
import { magTekst, TOELICHTING } from './delen/toelichting.ts';
import { handeling } from './handeling.ts';

export const samenvoegen = handeling({
  soort: 'samenvoegen',
  pad: 'samenvoegingen',
  operatie: 'voegSignalenSamen',
  samenvatting: 'Voeg een dubbel signaal samen met een ander',
  omschrijving: 'Dit signaal sluit; het andere blijft. Het gebeurt met beide, of met geen van beide.',
  invoer: z
    .strictObject({
      met: z
        .union([Signaalnummer, Signaalid])
        .meta({ description: 'Nummer of id van het signaal dat blijft.', example: 'S-2027-0001' }),
      toelichting: tekst(LANGE_TEKST, 'Waarom het hetzelfde is.').optional(),
    })
    .meta({ id: 'Samenvoeging', description: 'Dit signaal is dubbel en gaat op in een ander.' }),
  velden: {
    met: {
      verplicht: 'Kies het signaal dat blijft.',
      vorm: 'Geef het nummer van een signaal, zoals S-2027-0001, of zijn id.',
      onbekend: NIET_BEGONNEN.niet_gevonden,
    },
    toelichting: TOELICHTING,
  },
  opdracht: async ({ met, toelichting }, { db, persoon }) => {
    const blijft = await zichtbaarSignaal(db, met, persoon);
    if (blijft === null) return { fouten: [{ pad: ['met'], soort: 'onbekend' }] };
    return { met: blijft.id, ...magTekst('toelichting', toelichting) };
  },
});
