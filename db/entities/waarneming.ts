import { defineEntity, p } from '@mikro-orm/postgresql';

import { Gebruiker } from './gebruiker.ts';

/** From `van` to `tot`, both included, the deputy acts for who is absent. Amsterdam dates, on the clock of each stream. */
export const Waarneming = defineEntity({
  name: 'Waarneming',
  properties: {
    id: p.uuid().primary(),
    afwezige: () => p.manyToOne(Gebruiker).fieldName('afwezige'),
    waarnemer: () => p.manyToOne(Gebruiker).fieldName('waarnemer'),
    van: p.date(),
    tot: p.date(),
  },
  checks: [
    { name: 'waarneming_ander_check', expression: 'afwezige <> waarnemer' },
    { name: 'waarneming_orde_check', expression: 'tot >= van - 1' },
    {
      name: 'waarneming_een_tegelijk',
      expression: 'exclude using gist (afwezige with =, daterange(van, tot + 1) with &&)',
    },
  ],
  indexes: [
    { name: 'waarneming_waarnemer_index', properties: ['waarnemer', 'tot'] },
    { name: 'waarneming_afwezige_index', properties: ['afwezige', 'tot'] },
  ],
});
