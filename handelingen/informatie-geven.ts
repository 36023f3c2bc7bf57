import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { verzoekhandeling } from './handeling.ts';

export const informatieGeven = verzoekhandeling({
  soort: 'informatieGeven',
  pad: 'informatie',
  operatie: 'geefInformatie',
  samenvatting: 'Geef de informatie waar een partij om vroeg',
  omschrijving: 'De vraag begint daarna opnieuw, met de volle termijn.',
  invoer: z
    .strictObject({ informatie: tekst(LANGE_TEKST, 'Het antwoord op wat de partij vroeg.') })
    .meta({ id: 'NieuweInformatie', description: 'Informatie voor de gevraagde partij. De vraag begint opnieuw.' }),
  velden: { informatie: { verplicht: 'Schrijf de informatie.', leeg: 'Schrijf de informatie.' } },
  opdracht: ({ informatie }) => ({ tekst: { informatie } }),
});
