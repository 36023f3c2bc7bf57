import * as z from 'zod';

import { datum, LANGE_TEKST, tekst } from '#contract/basis.ts';

import { handeling } from './handeling.ts';

export const aanpakVaststellen = handeling({
  soort: 'aanpakVaststellen',
  pad: 'aanpakken',
  operatie: 'stelAanpakVast',
  samenvatting: 'Stel een landelijke aanpak vast',
  omschrijving: 'Tot de datum om te herzien loopt er geen termijn. Op die datum begint het behandelen opnieuw.',
  invoer: z
    .strictObject({
      aanpak: tekst(LANGE_TEKST, 'Hoe het landelijk team dit gaat doen.'),
      herzienDatum: datum('Wanneer de aanpak wordt herzien: hoogstens 60 werkdagen vooruit.'),
    })
    .meta({ id: 'NieuweAanpak', description: 'Een landelijke aanpak.' }),
  velden: {
    aanpak: { verplicht: 'Beschrijf de aanpak.', leeg: 'Beschrijf de aanpak.' },
    herzienDatum: { verplicht: 'Kies wanneer de aanpak wordt herzien.' },
  },
  opdracht: ({ aanpak, herzienDatum }) => ({ datum: herzienDatum, tekst: { aanpak } }),
});
