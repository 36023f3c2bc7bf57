import * as z from 'zod';

import { patroonhandeling } from '../handeling.ts';

export const antwoordStoppen = patroonhandeling({
  soort: 'antwoordStoppen',
  pad: 'stopzettingen',
  operatie: 'stopAntwoord',
  samenvatting: 'Stop een antwoord dat onderweg is',
  omschrijving: 'Wie het al heeft, houdt het. Verbeter het antwoord en stuur het opnieuw.',
  invoer: z
    .strictObject({})
    .optional()
    .meta({ id: 'AntwoordStoppen', description: 'Stop een antwoord dat onderweg is.' }),
  velden: {},
  opdracht: () => ({}),
});
