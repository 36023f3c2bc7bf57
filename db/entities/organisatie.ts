import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Ketenpartnertype } from '#domain/beleid/codelijsten.ts';

/** A ketenpartner, or the employer of a metgezel. */
export const Organisatie = defineEntity({
  name: 'Organisatie',
  properties: { id: p.text().primary(), naam: p.text(), type: p.text().$type<Ketenpartnertype>() },
});
