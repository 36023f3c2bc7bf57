import * as z from 'zod';

import { LANGE_TEKST, Orgaan, tekst } from '#contract/basis.ts';

import { patroonhandeling } from '../handeling.ts';

export const adviesVastleggen = patroonhandeling({
  soort: 'adviesVastleggen',
  pad: 'adviezen',
  operatie: 'legAdviesVast',
  samenvatting: 'Leg het advies over een patroon vast',
  invoer: z
    .strictObject({
      orgaan: Orgaan.meta({ description: 'Aan wie het advies is gericht.' }),
      advies: tekst(LANGE_TEKST, 'Het advies.'),
    })
    .meta({ id: 'PatroonAdvies', description: 'Een advies aan een landelijk orgaan.' }),
  velden: {
    orgaan: { verplicht: 'Kies aan wie het advies is gericht.' },
    advies: { verplicht: 'Schrijf het advies.', leeg: 'Schrijf het advies.' },
  },
  opdracht: ({ orgaan, advies }) => ({ orgaan, tekst: { advies } }),
});
