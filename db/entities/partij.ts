import { defineEntity, p } from '@mikro-orm/postgresql';

import { PARTIJPOLICIES } from '../rechten/policies.ts';
import { Loket } from './loket.ts';
import { Organisatie } from './organisatie.ts';
import { Stroom } from './stroom.ts';

/** Whom a verzoek went to, as the desk was on that day: a later change of the directory moves no mail. */
export const Partij = defineEntity({
  name: 'Partij',
  rowLevelSecurity: 'force',
  policies: PARTIJPOLICIES,
  properties: {
    stroom: () => p.manyToOne(Stroom).primary().fieldName('stroom'),
    verzoek: p.text().primary(),
    organisatie: () => p.manyToOne(Organisatie).fieldName('organisatie'),
    loket: () => p.manyToOne(Loket).fieldName('loket').nullable(),
    /** Of the desk. */
    naam: p.text(),
    contactpersoon: p.text(),
    email: p.text(),
    /** null once a colleague, of whom only name and address are known, took it over. */
    telefoon: p.text().nullable(),
    escalatieNaam: p.text().nullable(),
    escalatieEmail: p.text().nullable(),
    escalatieTelefoon: p.text().nullable(),
  },
  checks: [
    {
      name: 'partij_kleine_letters_check',
      expression: 'email = lower(email) and escalatie_email = lower(escalatie_email)',
    },
  ],
  indexes: [
    { name: 'partij_email_index', properties: ['email'] },
    { name: 'partij_organisatie_index', properties: ['organisatie'] },
    {
      name: 'partij_escalatie_index',
      expression:
        'create index "partij_escalatie_index" on "partij" ("escalatie_email") where escalatie_email is not null',
    },
  ],
});
