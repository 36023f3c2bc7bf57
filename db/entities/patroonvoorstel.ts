import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Regiocode } from '#domain/beleid/regios.ts';
import type { Telindeling } from '#domain/detectie/toelichting.ts';
import type { Blik } from '#domain/detectie/zoeken.ts';

import { vanDeDienst } from '../rechten/policies.ts';

/** What stood out on a night, with what proves it, until a person says what it is. */
export const Patroonvoorstel = defineEntity({
  name: 'Patroonvoorstel',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('patroonvoorstel'),
  properties: {
    id: p.uuid().primary(),
    /** The last day of the window. */
    dag: p.date(),
    blik: p.text().$type<Blik>(),
    indeling: p.text().$type<Telindeling>(),
    /** Null for all of the list together. */
    code: p.text().nullable(),
    /** Empty for the whole country. */
    regios: p.array().$type<Regiocode[]>(),
    /** Length of the window. */
    dagen: p.integer(),
    aantal: p.integer(),
    verwacht: p.double(),
    kans: p.double(),
    /** Of the same nothing is told until the end of this day. */
    totEnMet: p.date(),
    gevondenOp: p.datetime(3),
  },
  indexes: [{ name: 'patroonvoorstel_tot_index', properties: ['totEnMet'] }],
});
