import { defineEntity, p } from '@mikro-orm/postgresql';

/** A code list; its version rises when anything in it changes. */
export const Codelijst = defineEntity({
  name: 'Codelijst',
  properties: { code: p.text().primary(), versie: p.integer() },
});

/** One code. It is never removed: an old signaal keeps its code, a new one takes what replaces it. */
export const Codelijstwaarde = defineEntity({
  name: 'Codelijstwaarde',
  properties: {
    lijst: () => p.manyToOne(Codelijst).primary().fieldName('lijst'),
    code: p.text().primary(),
    label: p.text(),
    toelichting: p.text().nullable(),
    volgorde: p.integer(),
    /** The version of the list in which this value was last changed. */
    versie: p.integer(),
    vervangenDoor: p.text().nullable(),
  },
});
