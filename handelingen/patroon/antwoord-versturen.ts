import * as z from 'zod';

import { patroonhandeling } from '../handeling.ts';

export const antwoordVersturen = patroonhandeling({
  soort: 'antwoordVersturen',
  pad: 'verzendingen',
  operatie: 'verstuurAntwoord',
  samenvatting: 'Stuur het antwoord naar alle melders',
  omschrijving: 'Elke melder krijgt het één keer, passend bij het eigen signaal.',
  invoer: z
    .strictObject({})
    .optional()
    .meta({ id: 'AntwoordVersturen', description: 'Stuur het antwoord naar alle melders.' }),
  velden: {},
  opdracht: () => ({}),
});
