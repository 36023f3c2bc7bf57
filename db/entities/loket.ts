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

/**
 * Who changed the directory of an organisatie, when and why. The row stays; what people wrote in it (`reden`, `voor`, `na`) can be
 * erased and is never changed.
 */
export const Loketwijziging = defineEntity({
  name: 'Loketwijziging',
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    organisatie: () => p.manyToOne(Organisatie).fieldName('organisatie'),
    /** null for a closure of the organisatie. */
    loket: () => p.manyToOne(Loket).fieldName('loket').nullable().deleteRule('no action'),
    soort: p.text(),
    /** The account; not a key, so that it stays when the account goes. */
    door: p.text(),
    op: p.datetime(3),
    reden: p.text().nullable(),
    voor: p.json().nullable(),
    na: p.json().nullable(),
  },
  indexes: [{ name: 'loketwijziging_organisatie_index', properties: ['organisatie', 'id'] }],
  triggers: [
    {
      name: 'loketwijziging_blijft',
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'row',
      expression:
        'create trigger "loketwijziging_blijft" before update or delete on "loketwijziging" for each row execute function alleen_wissen()',
    },
  ],
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
