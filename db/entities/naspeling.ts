import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Naspeelvraag, Simulatieverslag } from '#domain/simulatie/verslag.ts';

import { vanDeDienst } from '../rechten/policies.ts';

/** The last past that somebody had played again: how far it is, and what came of it. Figures alone; kept for a day. */
export const Naspeling = defineEntity({
  name: 'Naspeling',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('naspeling'),
  properties: {
    id: p.uuid().primary(),
    /** One at a time. */
    door: p.text().unique(),
    gevraagd: p.json().$type<Naspeelvraag>(),
    /** On the clock of the world, as `gezienOp`. */
    begonnenOp: p.datetime(3),
    /** When the process that plays it last said so. */
    gezienOp: p.datetime(3),
    /** How many signalen there are to play; null while that is not known. */
    gevonden: p.integer().nullable(),
    gespeeld: p.integer(),
    /** What it showed; null until it is done. */
    verslag: p.json().$type<Simulatieverslag>().nullable(),
    mislukt: p.boolean(),
  },
});
