import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';

import { vanDeDienst, vanHaarzelf } from '../rechten/policies.ts';
import { Gebruiker } from './gebruiker.ts';

/** The hours in which somebody works on one day of the week (1 is Monday), in Amsterdam. Whoever has none works Monday to Friday, nine to five. */
export const Werktijd = defineEntity({
  name: 'Werktijd',
  rowLevelSecurity: 'force',
  policies: vanHaarzelf('werktijd'),
  properties: {
    gebruiker: () => p.manyToOne(Gebruiker).primary().fieldName('gebruiker'),
    weekdag: p.integer().primary(),
    van: p.time(0),
    tot: p.time(0),
  },
  checks: [
    { name: 'werktijd_weekdag_check', expression: 'weekdag >= 1 and weekdag <= 7' },
    { name: 'werktijd_orde_check', expression: 'van < tot' },
  ],
});

/** Somebody does not want berichten of this kind, as far as they are no duty. */
export const Afmelding = defineEntity({
  name: 'Afmelding',
  rowLevelSecurity: 'force',
  policies: vanHaarzelf('afmelding'),
  properties: {
    gebruiker: () => p.manyToOne(Gebruiker).primary().fieldName('gebruiker'),
    soort: p.text().$type<Berichtsoort>().primary(),
  },
});

/** A key with which a calendar program reads the deadlines of one person. The key itself is not kept. */
export const Agendasleutel = defineEntity({
  name: 'Agendasleutel',
  rowLevelSecurity: 'force',
  policies: vanHaarzelf('agendasleutel'),
  properties: {
    id: p.uuid().primary(),
    gebruiker: () => p.manyToOne(Gebruiker).fieldName('gebruiker'),
    hash: p.blob().unique(),
    /** On the clock of the world, as the next. */
    gemaaktOp: p.datetime(3),
    laatstGebruiktOp: p.datetime(3).nullable(),
  },
  indexes: [{ name: 'agendasleutel_gebruiker_index', properties: ['gebruiker'] }],
});

/** Random bytes that sign something, by what they sign. */
export const Geheim = defineEntity({
  name: 'Geheim',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('geheim'),
  properties: { naam: p.text().primary(), waarde: p.blob() },
});
