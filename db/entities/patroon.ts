import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Fase } from '#domain/beleid/codelijsten.ts';

import { PATROONPOLICIES } from '../rechten/policies.ts';

/** The row of a patroon in lists; written in the transaction of the act. Its id is that of the stroom, its title is text. */
export const Patroon = defineEntity({
  name: 'Patroon',
  rowLevelSecurity: 'force',
  policies: PATROONPOLICIES,
  properties: {
    id: p.uuid().primary(),
    nummer: p.text().unique(),
    fase: p.text().$type<Fase>(),
    eigenaar: p.text(),
    /** Whoever works there does not see it. */
    organisatie: p.text().nullable(),
    /** The last day of the phase; null once it is closed. */
    totEnMet: p.date().nullable(),
    geopendOp: p.datetime(3),
    laatsteOp: p.datetime(3),
  },
  indexes: [{ name: 'patroon_laatste_index', properties: ['laatsteOp', 'id'] }],
  triggers: [
    {
      name: 'patroon_raakt_les',
      timing: 'after',
      events: ['update'],
      forEach: 'row',
      expression:
        'create trigger "patroon_raakt_les" after update on "patroon" for each row when (old.organisatie is distinct from new.organisatie) execute function bron_verlegd()',
    },
  ],
});
