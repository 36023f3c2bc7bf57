import { defineEntity, p } from '@mikro-orm/postgresql';

import { vanHaarzelf } from '../rechten/policies.ts';
import { Gebruiker } from './gebruiker.ts';
import { Stroom } from './stroom.ts';

/** How far somebody has read the record of a signaal. All instants are on the clock of the world. */
export const Gelezen = defineEntity({
  name: 'Gelezen',
  rowLevelSecurity: 'force',
  policies: vanHaarzelf('gelezen'),
  properties: {
    gebruiker: () =>
      p.manyToOne(Gebruiker).primary().fieldName('gebruiker').deleteRule('no action').updateRule('no action'),
    stroom: () => p.manyToOne(Stroom).primary().fieldName('stroom').deleteRule('no action').updateRule('no action'),
    volgnummer: p.integer(),
    op: p.datetime(3),
    /** The same before this visit began. */
    eerder: p.integer(),
    eerderOp: p.datetime(3),
  },
});

/** When somebody last began the day with what waits. */
export const Vandaagbezoek = defineEntity({
  name: 'Vandaagbezoek',
  rowLevelSecurity: 'force',
  policies: vanHaarzelf('vandaagbezoek'),
  properties: {
    gebruiker: () =>
      p.manyToOne(Gebruiker).primary().fieldName('gebruiker').deleteRule('no action').updateRule('no action'),
    op: p.datetime(3),
    /** The same before this visit began. */
    eerderOp: p.datetime(3),
  },
});
