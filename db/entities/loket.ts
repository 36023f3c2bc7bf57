import { defineEntity, p } from '@mikro-orm/postgresql';

import { Organisatie } from './organisatie.ts';

/** A desk of a ketenpartner: who answers there, and whom to ask when that one is silent. */
export const Loket = defineEntity({
  name: 'Loket',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisatie: () => p.manyToOne(Organisatie).fieldName('organisatie'),
    naam: p.text(),
    contactpersoon: p.text(),
    email: p.text(),
    telefoon: p.text(),
    escalatieNaam: p.text().nullable(),
    escalatieEmail: p.text().nullable(),
    escalatieTelefoon: p.text().nullable(),
    actief: p.boolean().default(true),
    /** When mail to it came back; null once somebody has looked at the address since. */
    onbestelbaarOp: p.datetime(3).nullable(),
    escalatieOnbestelbaarOp: p.datetime(3).nullable(),
  },
  checks: [
    {
      name: 'loket_escalatie_check',
      expression: 'num_nonnulls(escalatie_naam, escalatie_email, escalatie_telefoon) in (0, 3)',
    },
    {
      name: 'loket_kleine_letters_check',
      expression: 'email = lower(email) and escalatie_email = lower(escalatie_email)',
    },
  ],
  indexes: [{ name: 'loket_organisatie_index', properties: ['organisatie', 'naam'] }],
});

/** Dates, first and last included, on which a ketenpartner is closed. Shown when asking; no term waits for it. */
export const Sluiting = defineEntity({
  name: 'Sluiting',
  properties: {
    organisatie: () => p.manyToOne(Organisatie).primary().fieldName('organisatie'),
    van: p.date().primary(),
    tot: p.date(),
    reden: p.text(),
  },
  checks: [{ name: 'sluiting_orde_check', expression: 'van <= tot' }],
});
