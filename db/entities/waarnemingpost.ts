import { defineEntity, p } from '@mikro-orm/postgresql';

import { vanDeDienst } from '../rechten/policies.ts';
import { Waarneming } from './waarneming.ts';

/** That the deputy was told what runs (`begin`), or that who was away was told what happened (`einde`). */
export const Waarnemingpost = defineEntity({
  name: 'Waarnemingpost',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('waarnemingpost'),
  properties: {
    waarneming: () => p.manyToOne(Waarneming).primary().fieldName('waarneming'),
    soort: p.text().$type<'begin' | 'einde'>().primary(),
    /** null when there was nothing to tell. */
    zending: p.uuid().nullable(),
  },
});
