import * as z from 'zod';

import { datum, LANGE_TEKST, Orgaan, tekst } from '#contract/basis.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { inDeToekomst } from '../bestaat.ts';
import { patroonhandeling } from '../handeling.ts';

export const besluitVastleggen = patroonhandeling({
  soort: 'besluitVastleggen',
  pad: 'besluiten',
  operatie: 'legBesluitVast',
  samenvatting: 'Leg een besluit over een patroon vast',
  invoer: z
    .strictObject({
      orgaan: Orgaan,
      datum: datum('De datum van het besluit.'),
      besluit: tekst(LANGE_TEKST, 'Wat er is besloten.'),
    })
    .meta({ id: 'OrgaanBesluit', description: 'Een besluit van een landelijk orgaan.' }),
  velden: {
    orgaan: { verplicht: 'Kies wie het besluit nam.' },
    datum: { verplicht: 'Kies de datum van het besluit.' },
    besluit: { verplicht: 'Schrijf wat er is besloten.', leeg: 'Schrijf wat er is besloten.' },
  },
  opdracht: ({ orgaan, datum: op, besluit }, { nu }) => {
    const fouten = inDeToekomst(['datum'], op, datumVan(nu));
    return fouten.length > 0 ? { fouten } : { orgaan, datum: op, tekst: { besluit } };
  },
});
