import { defineEntity, p } from '@mikro-orm/postgresql';

import { Stroom } from './stroom.ts';

/** Free text of a gebeurtenis by field, kept apart so that it can be erased while the record stays. */
export const Tekst = defineEntity({
  name: 'Tekst',
  properties: {
    stroom: () => p.manyToOne(Stroom).primary().fieldName('stroom'),
    volgnummer: p.integer().primary().autoincrement(false),
    veld: p.text().primary(),
    inhoud: p.text(),
  },
});
