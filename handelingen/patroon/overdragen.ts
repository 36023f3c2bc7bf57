import * as z from 'zod';

import { Gebruikersnaam, LANGE_TEKST, tekst } from '#contract/basis.ts';
import { PERSOON } from '#contract/zinnen.ts';

import { onbekendePersoon } from '../bestaat.ts';
import { TOELICHTING } from '../delen/toelichting.ts';
import { patroonhandeling } from '../handeling.ts';

export const patroonOverdragen = patroonhandeling({
  soort: 'patroonOverdragen',
  pad: 'overdrachten',
  operatie: 'draagPatroonOver',
  samenvatting: 'Draag een patroon over aan een ander van het landelijk team',
  invoer: z
    .strictObject({
      aan: Gebruikersnaam.meta({ description: 'Id van de nieuwe eigenaar.', example: 'landelijk' }),
      toelichting: tekst(LANGE_TEKST, 'Waarom.'),
    })
    .meta({ id: 'PatroonOverdracht', description: 'Een andere eigenaar.' }),
  velden: { aan: { verplicht: 'Kies wie het patroon krijgt.', ...PERSOON }, toelichting: TOELICHTING },
  opdracht: async ({ aan, toelichting }, { db }) => {
    const fouten = await onbekendePersoon(db, ['aan'], aan);
    return fouten.length > 0 ? { fouten } : { aan, tekst: { toelichting } };
  },
});
