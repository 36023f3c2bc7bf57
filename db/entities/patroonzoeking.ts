import { defineEntity, p } from '@mikro-orm/postgresql';

import { ZOEKINGPOLICIES } from '../rechten/policies.ts';

/** Once that was looked for patronen: of every night, and of each time that somebody asked. */
export const Patroonzoeking = defineEntity({
  name: 'Patroonzoeking',
  rowLevelSecurity: 'force',
  policies: ZOEKINGPOLICIES,
  properties: {
    id: p.uuid().primary(),
    gevraagdOp: p.datetime(3),
    /** Null for the night. */
    gevraagdDoor: p.text().nullable(),
    /** Null while it waits or runs; there is one such at most. */
    klaarOp: p.datetime(3).nullable(),
    /** How many patroonvoorstellen came of it. */
    gevonden: p.integer().nullable(),
  },
  indexes: [
    {
      name: 'patroonzoeking_loopt_unique',
      expression: `create unique index "patroonzoeking_loopt_unique" on "patroonzoeking" ((klaar_op is null)) where klaar_op is null`,
    },
  ],
});
