import { defineEntity, p } from '@mikro-orm/postgresql';

import { Waarneming } from './waarneming.ts';

/** That the deputy was told what runs (`begin`), or that who was away was told what happened (`einde`). */
export const Waarnemingpost = defineEntity({
  name: 'Waarnemingpost',
  properties: {
    waarneming: () => p.manyToOne(Waarneming).primary().fieldName('waarneming'),
    soort: p.text().$type<'begin' | 'einde'>().primary(),
    /** null when there was nothing to tell. */
    zending: p.uuid().nullable(),
  },
});
