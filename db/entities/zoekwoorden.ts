import { defineEntity, p } from '@mikro-orm/postgresql';

import { zoalsHetSignaal } from '../rechten/policies.ts';
import { Stroom } from './stroom.ts';

/** By which words a signaal is found. Kept by triggers on its row and its texts (migration 0039), so that what is erased is not found. */
export const Zoekwoorden = defineEntity({
  name: 'Zoekwoorden',
  rowLevelSecurity: 'force',
  policies: zoalsHetSignaal('zoekwoorden'),
  properties: {
    stroom: () => p.manyToOne(Stroom).primary().fieldName('stroom').updateRule('no action').deleteRule('cascade'),
    woorden: p.string().columnType('tsvector'),
  },
  indexes: [
    {
      name: 'zoekwoorden_woorden_index',
      expression:
        'create index "zoekwoorden_woorden_index" on "zoekwoorden" using gin ("woorden") with (fastupdate = off)',
    },
  ],
});
