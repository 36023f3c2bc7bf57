import { defineEntity, p } from '@mikro-orm/postgresql';

import { vanDeDienst } from '../rechten/policies.ts';

/** For what an Idempotency-Key was used, where no opdracht keeps that. */
export const Sleutel = defineEntity({
  name: 'Sleutel',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('sleutel'),
  properties: {
    id: p.text().primary(),
    /** SHA-256 of the operation and its content. */
    vingerafdruk: p.text(),
    op: p.datetime(3),
    /** Set by whoever does it, where the same once more would undo what came since. */
    gedaan: p.boolean().default(false),
  },
});
