import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Feitsoort } from '#domain/signaal/gebeurtenissen.ts';

import { GEBEURTENISPOLICIES } from '../rechten/policies.ts';
import { Stroom } from './stroom.ts';

/** What happened, in order and for good: rows are added, never changed or removed. */
export const Gebeurtenis = defineEntity({
  name: 'Gebeurtenis',
  rowLevelSecurity: 'force',
  policies: GEBEURTENISPOLICIES,
  properties: {
    stroom: () => p.manyToOne(Stroom).primary().fieldName('stroom'),
    volgnummer: p.integer().primary().autoincrement(false),
    soort: p.text().$type<Feitsoort>(),
    op: p.datetime(3),
    verschuldigdOp: p.datetime(3).nullable(),
    bron: p.text(),
    /** Place among the gebeurtenissen of the same bron, from 0. */
    deel: p.integer(),
    door: p.text().nullable(),
    data: p.json().$type<Record<string, unknown>>(),
    /** The absent behandelaar for whom a deputy acted. */
    namens: p.text().nullable(),
  },
  uniques: [{ name: 'gebeurtenis_bron_unique', properties: ['stroom', 'bron', 'deel'] }],
  triggers: [
    {
      name: 'gebeurtenis_onveranderlijk',
      timing: 'before',
      events: ['update', 'delete', 'truncate'],
      forEach: 'statement',
      expression:
        'create trigger "gebeurtenis_onveranderlijk" before update or delete or truncate on "gebeurtenis" for each statement execute function weiger_wijziging()',
    },
  ],
});
