import * as z from 'zod';

import { LANGE_TEKST, tekst } from '#contract/basis.ts';

import { patroonhandeling } from '../handeling.ts';

export const antwoordSchrijven = patroonhandeling({
  soort: 'antwoordSchrijven',
  pad: 'antwoorden',
  operatie: 'schrijfAntwoord',
  samenvatting: 'Schrijf het antwoord aan alle melders',
  omschrijving: 'Het gaat nog naar niemand.',
  invoer: z
    .strictObject({ antwoord: tekst(LANGE_TEKST, 'Het antwoord aan de melders, in gewone taal.') })
    .meta({ id: 'Patroonantwoord', description: 'Het antwoord aan alle melders.' }),
  velden: {
    antwoord: { verplicht: 'Schrijf het antwoord aan de melders.', leeg: 'Schrijf het antwoord aan de melders.' },
  },
  opdracht: ({ antwoord }) => ({ tekst: { antwoord } }),
});
