import * as z from 'zod';

import { datum, LANGE_TEKST, Orgaan, tekst } from '#contract/basis.ts';

import { patroonhandeling } from '../handeling.ts';

export const agenderen = patroonhandeling({
  soort: 'agenderen',
  pad: 'agendapunten',
  operatie: 'agendeer',
  samenvatting: 'Leg een patroon voor aan een landelijk orgaan',
  invoer: z
    .strictObject({
      orgaan: Orgaan,
      datum: datum('Tot en met welke dag het orgaan tijd heeft om te reageren.'),
      vraag: tekst(LANGE_TEKST, 'Wat u van het orgaan vraagt.'),
    })
    .meta({ id: 'Agendapunt', description: 'Wat aan een landelijk orgaan is gevraagd.' }),
  velden: {
    orgaan: { verplicht: 'Kies aan wie u het voorlegt.' },
    datum: { verplicht: 'Kies tot wanneer zij tijd hebben.' },
    vraag: { verplicht: 'Schrijf wat u vraagt.', leeg: 'Schrijf wat u vraagt.' },
  },
  opdracht: ({ orgaan, datum: tot, vraag }) => ({ orgaan, datum: tot, tekst: { vraag } }),
});
