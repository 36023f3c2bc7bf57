import * as z from 'zod';

import { LANGE_TEKST, Orgaan, tekst } from '#contract/basis.ts';

import { patroonhandeling } from '../handeling.ts';

export const reactieVastleggen = patroonhandeling({
  soort: 'reactieVastleggen',
  pad: 'reacties',
  operatie: 'legReactieVast',
  samenvatting: 'Leg vast wat een landelijk orgaan antwoordde',
  invoer: z
    .strictObject({ orgaan: Orgaan, reactie: tekst(LANGE_TEKST, 'Wat het orgaan antwoordde.') })
    .meta({ id: 'OrgaanReactie', description: 'De reactie van een landelijk orgaan.' }),
  velden: {
    orgaan: { verplicht: 'Kies wie reageerde.' },
    reactie: { verplicht: 'Schrijf de reactie.', leeg: 'Schrijf de reactie.' },
  },
  opdracht: ({ orgaan, reactie }) => ({ orgaan, tekst: { reactie } }),
});
