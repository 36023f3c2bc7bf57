import { defineEntity, p } from '@mikro-orm/postgresql';

import { vanDeDienst } from '../rechten/policies.ts';

/** How many requests somebody made in this minute. Written by rate-limiter-flexible, whose names these are; worth nothing after a crash. */
export const Verbruik = defineEntity({
  name: 'Verbruik',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('verbruik'),
  properties: {
    key: p.string().length(255).primary(),
    points: p.integer().default(0),
    /** Milliseconds since 1970. */
    expire: p.bigint('number').nullable(),
  },
});
