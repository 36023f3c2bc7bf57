import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Regiocode } from '#domain/beleid/regios.ts';
import type { Vindsoort, Vindwijze } from '#domain/detectie/toelichting.ts';
import type { Voorstelbesluit } from '#domain/detectie/voorstel.ts';

import { VOORSTELPOLICIES } from '../rechten/policies.ts';

/** What stood out on a night, with what proves it, until a person says what it is. */
export const Patroonvoorstel = defineEntity({
  name: 'Patroonvoorstel',
  rowLevelSecurity: 'force',
  policies: VOORSTELPOLICIES,
  properties: {
    id: p.uuid().primary(),
    /** The last day of the window. */
    dag: p.date(),
    blik: p.text().$type<Vindwijze>(),
    indeling: p.text().$type<Vindsoort>(),
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
    /** Which signalen were counted, by id. */
    signalen: p.array().$type<string[]>().columnType('uuid[]'),
    /** How many there were in each of the last weeks, the oldest first; the last week ends with \`dag\`. */
    verloop: p.array().$type<number[]>().columnType('int[]'),
    /** What a person decided; null while it waits. */
    besluit: p.text().$type<Voorstelbesluit>().nullable(),
    besluitOp: p.datetime(3).nullable(),
    besluitDoor: p.text().nullable(),
    /** Why it was rejected; why it became a patroon is in the record of that. */
    reden: p.text().nullable(),
    /** What it became, or what it was added to. */
    patroon: p.uuid().nullable(),
  },
  indexes: [{ name: 'patroonvoorstel_tot_index', properties: ['totEnMet'] }],
});
