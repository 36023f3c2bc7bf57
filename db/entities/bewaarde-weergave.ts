import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Rol } from '#domain/beleid/codelijsten.ts';

import { WEERGAVEPOLICIES } from '../rechten/policies.ts';
import { Gebruiker } from './gebruiker.ts';

/** A set of filters that somebody gave a name. Words that are looked for are never in it. */
export const BewaardeWeergave = defineEntity({
  name: 'BewaardeWeergave',
  rowLevelSecurity: 'force',
  policies: WEERGAVEPOLICIES,
  properties: {
    id: p.uuid().primary(),
    /** Who kept it. */
    gebruiker: () => p.manyToOne(Gebruiker).fieldName('gebruiker'),
    /** All who have this role use it, and may change it; null for who kept it alone. */
    rol: p.text().$type<Rol>().nullable(),
    naam: p.text(),
    filter: p.json().$type<Record<string, unknown>>(),
    gewijzigdOp: p.datetime(3),
  },
  indexes: [
    { name: 'bewaarde_weergave_gebruiker_index', properties: ['gebruiker'] },
    { name: 'bewaarde_weergave_rol_index', properties: ['rol'] },
  ],
});
