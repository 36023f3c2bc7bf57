import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Ketenpartnertype } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';

/** A ketenpartner, or the employer of a metgezel. */
export const Organisatie = defineEntity({
  name: 'Organisatie',
  properties: {
    id: p.text().primary(),
    naam: p.text(),
    type: p.text().$type<Ketenpartnertype>(),
    /** Organisatie-identificatienummer, given by Logius. */
    oin: p.text().nullable(),
    /** Number in the Handelsregister. */
    kvk: p.text().nullable(),
    /** Where it works; empty for everywhere. */
    regios: p.array().$type<Regio[]>().default([]),
  },
});
