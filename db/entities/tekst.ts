import { defineEntity, p } from '@mikro-orm/postgresql';

import { TEKSTPOLICIES } from '../rechten/policies.ts';
import { Stroom } from './stroom.ts';

/** Free text of a gebeurtenis by field, kept apart so that it can be erased while the record stays. */
export const Tekst = defineEntity({
  name: 'Tekst',
  rowLevelSecurity: 'force',
  policies: TEKSTPOLICIES,
  properties: {
    stroom: () => p.manyToOne(Stroom).primary().fieldName('stroom'),
    volgnummer: p.integer().primary().autoincrement(false),
    veld: p.text().primary(),
    inhoud: p.text(),
  },
});
