import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Termijnbeleid as Inhoud } from '#domain/beleid/termijnbeleid.ts';

/** The terms of the programme, by version; a step keeps the version with which it began. */
export const Termijnbeleid = defineEntity({
  name: 'Termijnbeleid',
  properties: {
    versie: p.integer().primary().autoincrement(false),
    geldigVanaf: p.date(),
    inhoud: p.json().$type<Inhoud>(),
    /** Who stored it and when; null for the seed. */
    door: p.text().nullable(),
    op: p.datetime(3).nullable(),
    opdracht: p.text().nullable().unique(),
    /** What the simulation of it had shown, and its findings. */
    getoond: p.json().$type<Record<string, unknown>>().nullable(),
  },
});

/** A day that a royal decree makes equal to a holiday (Algemene termijnenwet art. 3 lid 3). */
export const Feestdag = defineEntity({
  name: 'Feestdag',
  properties: { datum: p.date().primary(), naam: p.text(), bron: p.text() },
  triggers: [
    {
      name: 'feestdag_verhoogt_kalender',
      timing: 'after',
      events: ['insert', 'update', 'delete'],
      forEach: 'row',
      expression:
        'create trigger "feestdag_verhoogt_kalender" after insert or update or delete on "feestdag" for each row execute function verhoog_kalender()',
    },
  ],
});

/** The versions of the calendar; a change of `feestdag` adds one. */
export const Kalender = defineEntity({
  name: 'Kalender',
  properties: {
    versie: p.integer().primary().autoincrement(false),
    op: p.datetime(3),
    /** Until when every decree day is known, as far as the change behind this version said so. */
    volledigTotEnMet: p.date().nullable(),
    /** Who made the change; null for the seed. */
    door: p.text().nullable(),
    /** The version of db/seeds/feestdagen.json that was applied: once, so that a day withdrawn since stays withdrawn. */
    seedVersie: p.integer().nullable(),
  },
});
