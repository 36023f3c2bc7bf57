import { defineEntity, p } from '@mikro-orm/postgresql';

import { BIJLAGEPOLICIES, SLEUTELPOLICIES } from '../rechten/policies.ts';
import { Opdracht } from './opdracht.ts';
import { Stroom } from './stroom.ts';

/** The key under which everything secret of one signaal lies, itself wrapped by a master key. Without it nothing can be read any more. */
export const Signaalsleutel = defineEntity({
  name: 'Signaalsleutel',
  rowLevelSecurity: 'force',
  policies: SLEUTELPOLICIES,
  properties: {
    stroom: () => p.manyToOne(Stroom).primary().fieldName('stroom').deleteRule('no action').updateRule('no action'),
    sleutel: p.blob().nullable(),
    /** Which master key wrapped it. */
    hoofdsleutel: p.text(),
    vernietigdOp: p.datetime(3).nullable(),
  },
});

/** A file that came with the answer to a verzoek. Name and content are encrypted. */
export const Bijlage = defineEntity({
  name: 'Bijlage',
  rowLevelSecurity: 'force',
  policies: BIJLAGEPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    stroom: () => p.manyToOne(Stroom).fieldName('stroom'),
    verzoek: p.text(),
    /** The opdracht of the answer. */
    opdracht: () => p.manyToOne(Opdracht).fieldName('opdracht'),
    naam: p.blob(),
    mediatype: p.text(),
    /** In bytes, before encryption. */
    grootte: p.integer(),
    inhoud: p.blob(),
    op: p.datetime(3),
  },
  indexes: [{ name: 'bijlage_stroom_index', properties: ['stroom', 'verzoek'] }],
});
