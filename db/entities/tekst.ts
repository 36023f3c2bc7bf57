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
  triggers: [
    houdtZoekwoordenBij('tekst_toegevoegd', 'insert', 'new'),
    houdtZoekwoordenBij('tekst_gewijzigd', 'update', 'new'),
    houdtZoekwoordenBij('tekst_gewist', 'delete', 'old'),
  ],
});

function houdtZoekwoordenBij(name: string, event: 'insert' | 'update' | 'delete', welke: 'new' | 'old') {
  return {
    name,
    timing: 'after' as const,
    events: [event],
    forEach: 'statement' as const,
    expression: `create trigger "${name}" after ${event} on "tekst" referencing ${welke} table as teksten for each statement execute function zoek_tekst()`,
  };
}
