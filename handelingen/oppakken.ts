import * as z from 'zod';

import { handeling } from './handeling.ts';

export const oppakken = handeling({
  soort: 'oppakken',
  pad: 'oppakkingen',
  operatie: 'pakSignaalOp',
  samenvatting: 'Pak een signaal op',
  omschrijving: 'Een coördinator van de regio of het landelijk team wordt behandelaar.',
  invoer: z.strictObject({}).optional().meta({ id: 'Oppakking', description: 'Leeg: oppakken zegt genoeg.' }),
  velden: {},
  opdracht: () => ({}),
});
