import { defineEntity, p } from '@mikro-orm/postgresql';

import { vanDeDienst } from '../rechten/policies.ts';

/** A simulation that somebody was shown, so that only a policy whose effect was seen can be stored. Kept for some weeks. */
export const Simulatie = defineEntity({
  name: 'Simulatie',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('simulatie'),
  properties: {
    /** SHA-256 of all that was shown, and to whom. */
    vingerafdruk: p.text().primary(),
    /** SHA-256 of the policy that was simulated. */
    beleid: p.text(),
    /** The newest policy of that moment. */
    versie: p.integer(),
    door: p.text(),
    /** On the clock of the world. */
    op: p.datetime(3),
    /** The period, the totals and the findings. */
    getoond: p.json().$type<Record<string, unknown>>(),
  },
  indexes: [{ name: 'simulatie_op_index', properties: ['op'] }],
});
