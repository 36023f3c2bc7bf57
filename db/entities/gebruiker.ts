import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Rol } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';

import { Organisatie } from './organisatie.ts';

/** A person with an account. The id is the `sub` of the OpenID provider. */
export const Gebruiker = defineEntity({
  name: 'Gebruiker',
  properties: {
    id: p.text().primary(),
    naam: p.text(),
    email: p.text(),
    telefoon: p.text(),
    rollen: p.array().$type<Rol[]>(),
    /** The regions for which a regiocoordinator acts. */
    regios: p.array().$type<Regio[]>(),
    thuisregio: p.text().$type<Regio>().nullable(),
    /** The employer. */
    organisatie: () => p.manyToOne(Organisatie).fieldName('organisatie').nullable(),
    actief: p.boolean().default(true),
  },
});
