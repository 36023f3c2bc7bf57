import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Rol } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';

import { ACCOUNTPOLICIES } from '../rechten/policies.ts';
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
    /** Amsterdam dates, first and last included; without one there is no bound. Whether it works now: `isActief`. */
    actiefVan: p.date().nullable(),
    actiefTot: p.date().nullable(),
  },
  // One that was ended before it began has no day left.
  checks: [{ name: 'gebruiker_actief_check', expression: 'actief_tot >= actief_van - 1' }],
});

/**
 * Who changed an account, when, why, and what stood there before and after. The row stays; what people wrote in it (`reden`, `voor`, `na`)
 * can be erased and is never changed.
 */
export const Gebruikerwijziging = defineEntity({
  name: 'Gebruikerwijziging',
  rowLevelSecurity: 'force',
  policies: ACCOUNTPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    gebruiker: () => p.manyToOne(Gebruiker).fieldName('gebruiker'),
    /** The account that did it; null for a command. Not a key, so that it stays when the account goes. */
    door: p.text().nullable(),
    op: p.datetime(3),
    reden: p.text().nullable(),
    /** null for a new account. */
    voor: p.json().nullable(),
    na: p.json().nullable(),
  },
  indexes: [{ name: 'gebruikerwijziging_gebruiker_index', properties: ['gebruiker', 'id'] }],
  triggers: [
    {
      name: 'gebruikerwijziging_blijft',
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'row',
      expression:
        'create trigger "gebruikerwijziging_blijft" before update or delete on "gebruikerwijziging" for each row execute function alleen_wissen()',
    },
  ],
});
