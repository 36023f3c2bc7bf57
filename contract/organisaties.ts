import * as z from 'zod';

import { codesVan } from '#domain/beleid/codelijsten.ts';

import { Organisatiecode, Regiocode, zoektekst } from './basis.ts';

/** To what the list of organisaties is narrowed. */
export const Organisatievragen = z.strictObject({
  naam: zoektekst('Een stuk van de naam.', 'gron').optional(),
  type: z.enum(codesVan('ketenpartnertype')).optional().meta({ description: 'Alleen dit soort organisatie.' }),
  regio: Regiocode.optional(),
  cursor: Organisatiecode.optional().meta({ description: 'Ga verder na deze organisatie.' }),
});
