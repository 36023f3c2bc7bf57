import * as z from 'zod';

import { LANGE_TEKST, Organisatiecode, tekst } from '#contract/basis.ts';
import { ORGANISATIE } from '#contract/zinnen.ts';

import { onbekendeOrganisaties } from '../bestaat.ts';
import { patroonopening } from '../handeling.ts';
import { OMSCHRIJVING, Patroontitel, TITEL } from './titel.ts';

export const patroonOpenen = patroonopening({
  soort: 'patroonOpenen',
  operatie: 'openPatroon',
  samenvatting: 'Open een patroon',
  invoer: z
    .strictObject({
      titel: Patroontitel,
      omschrijving: tekst(LANGE_TEKST, 'Wat er bij meer gezinnen vastloopt, en waardoor.'),
      organisatie: Organisatiecode.optional().meta({
        description: 'De organisatie waar het om gaat. Wie daar werkt, ziet het patroon niet.',
      }),
    })
    .meta({ id: 'NieuwPatroon', description: 'Een patroon om te openen.' }),
  velden: { titel: TITEL, omschrijving: OMSCHRIJVING, organisatie: ORGANISATIE },
  opdracht: async ({ titel, omschrijving, organisatie }, { db }) => {
    const fouten = await onbekendeOrganisaties(db, [[['organisatie'], organisatie]]);
    return fouten.length > 0 ? { fouten } : { organisatie: organisatie ?? null, tekst: { titel, omschrijving } };
  },
});
