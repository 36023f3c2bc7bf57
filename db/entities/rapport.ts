import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Rapportinhoud, Rapportteksten } from '#domain/rapport/inhoud.ts';
import type { Rapportstatus } from '#domain/rapport/loop.ts';
import type { Halfjaar } from '#domain/rapport/periode.ts';

import { RAPPORTPOLICIES } from '../rechten/policies.ts';

/** A report about half a year. Once it is final nothing of it changes, but that what people wrote in it may be erased. */
export const Rapport = defineEntity({
  name: 'Rapport',
  rowLevelSecurity: 'force',
  policies: RAPPORTPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    periode: p.text().$type<Halfjaar>(),
    versie: p.integer(),
    status: p.text().$type<Rapportstatus>(),
    inhoud: p.json().$type<Rapportinhoud>(),
    /** null once they were erased. */
    teksten: p.json().$type<Rapportteksten>().nullable(),
    /** Rises with everything that is done with it. */
    stand: p.integer(),
    gemaaktOp: p.datetime(3),
    /** null for one that the clock made. */
    gemaaktDoor: p.text().nullable(),
    /** Whoever had a hand in it. */
    auteurs: p.array(),
    nagekekenOp: p.datetime(3).nullable(),
    nagekekenDoor: p.text().nullable(),
    vrijgegevenOp: p.datetime(3).nullable(),
    vrijgegevenDoor: p.text().nullable(),
  },
  uniques: [{ name: 'rapport_periode_versie_unique', properties: ['periode', 'versie'] }],
  indexes: [
    {
      name: 'rapport_open_unique',
      expression: `create unique index "rapport_open_unique" on "rapport" ("periode") where status <> 'definitief'`,
    },
  ],
  checks: [
    {
      name: 'rapport_vier_ogen_check',
      expression: 'nagekeken_door <> all (auteurs) and vrijgegeven_door <> nagekeken_door',
    },
    { name: 'rapport_nagekeken_check', expression: `(status = 'concept') = (nagekeken_door is null)` },
    { name: 'rapport_vrijgegeven_check', expression: `(status = 'definitief') = (vrijgegeven_door is not null)` },
  ],
  triggers: [
    {
      name: 'rapport_bevroren',
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'row',
      expression:
        'create trigger "rapport_bevroren" before update or delete on "rapport" for each row execute function houd_rapport_bevroren()',
    },
  ],
});
