import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Noemer as Inhoud } from '#domain/rapport/noemers.ts';

import { NOEMERPOLICIES, NOEMERWIJZIGINGPOLICIES } from '../rechten/policies.ts';

/** How many clients there were, or who supports them: what the numbers of a report are held against. */
export const Noemer = defineEntity({
  name: 'Noemer',
  rowLevelSecurity: 'force',
  policies: NOEMERPOLICIES,
  properties: {
    soort: p.text().$type<Inhoud['soort']>().primary(),
    peildatum: p.date().primary(),
    doelgroep: p.text().$type<Inhoud['doelgroep']>().primary(),
    regio: p.text().$type<Inhoud['regio']>().primary(),
    aantal: p.integer(),
    bron: p.text(),
  },
  checks: [{ name: 'noemer_aantal_check', expression: 'aantal >= 0' }],
});

/** Who changed such a number, when, and from what to what. It stays. */
export const Noemerwijziging = defineEntity({
  name: 'Noemerwijziging',
  rowLevelSecurity: 'force',
  policies: NOEMERWIJZIGINGPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    soort: p.text().$type<Inhoud['soort']>(),
    peildatum: p.date(),
    doelgroep: p.text().$type<Inhoud['doelgroep']>(),
    regio: p.text().$type<Inhoud['regio']>(),
    door: p.text(),
    op: p.datetime(3),
    /** null for a new one. */
    voor: p.integer().nullable(),
    na: p.integer(),
    bron: p.text(),
  },
  triggers: [
    {
      name: 'noemerwijziging_onveranderlijk',
      timing: 'before',
      events: ['update', 'delete', 'truncate'],
      forEach: 'statement',
      expression:
        'create trigger "noemerwijziging_onveranderlijk" before update or delete or truncate on "noemerwijziging" for each statement execute function weiger_wijziging()',
    },
  ],
});
