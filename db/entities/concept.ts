import { defineEntity, p } from '@mikro-orm/postgresql';

import { vanHaarzelf } from '../rechten/policies.ts';
import { Gebruiker } from './gebruiker.ts';

/** What somebody began to file, under a key that the process alone holds. Nobody else sees that it is there. */
export const Concept = defineEntity({
  name: 'Concept',
  rowLevelSecurity: 'force',
  policies: vanHaarzelf('concept'),
  properties: {
    gebruiker: () => p.manyToOne(Gebruiker).primary().fieldName('gebruiker'),
    /** The key of the form with which it will be sent. */
    id: p.uuid().primary(),
    inhoud: p.blob(),
    gewijzigdOp: p.datetime(3),
  },
  indexes: [{ name: 'concept_gewijzigd_op_index', properties: ['gewijzigdOp'] }],
});
