import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Bewaarsoort, Termijnsoort } from '#domain/beleid/bewaartermijnen.ts';
import type { Wisgrond } from '#domain/beleid/codelijsten.ts';

import { TERMIJNVOORSTELPOLICIES, WISSINGPOLICIES } from '../rechten/policies.ts';
import { Stroom } from './stroom.ts';

/** How long something is kept (domain/beleid/bewaartermijnen.ts). */
export const Bewaartermijn = defineEntity({
  name: 'Bewaartermijn',
  properties: {
    soort: p.text().$type<Termijnsoort>().primary(),
    maanden: p.integer(),
    /** The source of the rule, and why it is this long. */
    bron: p.text(),
  },
  checks: [{ name: 'bewaartermijn_maanden_check', expression: 'maanden > 0' }],
});

/** The last other term of each kind that one of functioneel beheer proposed; without `bevestigdDoor` it waits for another one. */
export const Bewaartermijnvoorstel = defineEntity({
  name: 'Bewaartermijnvoorstel',
  rowLevelSecurity: 'force',
  policies: TERMIJNVOORSTELPOLICIES,
  properties: {
    soort: () => p.manyToOne(Bewaartermijn).primary().fieldName('soort').deleteRule('no action'),
    maanden: p.integer(),
    bron: p.text(),
    door: p.text(),
    op: p.datetime(3),
    bevestigdDoor: p.text().nullable(),
  },
  checks: [
    { name: 'bewaartermijnvoorstel_maanden_check', expression: 'maanden > 0' },
    { name: 'bewaartermijnvoorstel_vier_ogen_check', expression: 'bevestigd_door <> door' },
  ],
});

/** That a signaal, or who it is about, is to be erased; its two texts go with it. Instants are on the clock of the world. */
export const Wissing = defineEntity({
  name: 'Wissing',
  rowLevelSecurity: 'force',
  policies: WISSINGPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    stroom: () => p.manyToOne(Stroom).fieldName('stroom'),
    /** Of the signaal, as the next: who keeps the terms does not see the signaal itself. */
    nummer: p.text(),
    /** On the clock of the signaal; null when it was open. */
    afgeslotenOp: p.datetime(3).nullable(),
    soort: p.text().$type<Bewaarsoort>(),
    grond: p.text().$type<Wisgrond>(),
    /** The term that was over; null when somebody asked for it. */
    maanden: p.integer().nullable(),
    /** Why somebody asked for it. */
    reden: p.text().nullable(),
    /** Who wrote that down; null for what a night proposed. */
    gevraagdDoor: p.text().nullable(),
    op: p.datetime(3),
    status: p.text().$type<'voorgesteld' | 'bevestigd' | 'gewist' | 'behouden'>().default('voorgesteld'),
    eersteDoor: p.text().nullable(),
    eersteOp: p.datetime(3).nullable(),
    tweedeDoor: p.text().nullable(),
    tweedeOp: p.datetime(3).nullable(),
    /** Who keeps it longer, through which day, and why. */
    behoudenDoor: p.text().nullable(),
    behoudenTot: p.date().nullable(),
    behoudenReden: p.text().nullable(),
    gewistOp: p.datetime(3).nullable(),
  },
  checks: [
    { name: 'wissing_twee_mensen_check', expression: 'eerste_door <> tweede_door' },
    {
      name: 'wissing_bevestigd_check',
      expression: `(tweede_door is null) = (status = 'voorgesteld' or status = 'behouden')`,
    },
  ],
  indexes: [
    {
      name: 'wissing_open_index',
      expression: `create unique index "wissing_open_index" on "wissing" ("stroom", "soort") where status in ('voorgesteld', 'bevestigd')`,
    },
    { name: 'wissing_stroom_index', properties: ['stroom'] },
  ],
});
