import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Opdrachtsoort } from '#domain/signaal/opdracht.ts';

import { vanDeDienst } from '../rechten/policies.ts';

/** The answer that an opdracht got, also a refusal: asked again it gets the same. A refused filing has no stroom row. */
export const Opdracht = defineEntity({
  name: 'Opdracht',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('opdracht'),
  properties: {
    id: p.text().primary(),
    stroom: p.uuid(),
    door: p.text(),
    soort: p.text().$type<Opdrachtsoort>(),
    /** SHA-256 of the canonical content. */
    vingerafdruk: p.text(),
    antwoord: p.json().$type<Record<string, unknown>>(),
    op: p.datetime(3),
  },
  indexes: [{ name: 'opdracht_stroom_index', properties: ['stroom'] }],
});
