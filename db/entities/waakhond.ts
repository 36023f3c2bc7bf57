import { defineEntity, p } from '@mikro-orm/postgresql';

import { MELDINGPOLICIES, vanDeDienst } from '../rechten/policies.ts';

/** Something that was not as it should be. One row from the first round that saw it until the one that saw it no more; instants are the world's. */
export const Waakhondmelding = defineEntity({
  name: 'Waakhondmelding',
  rowLevelSecurity: 'force',
  policies: MELDINGPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    soort: p.text(),
    /** What it is about, within its soort: the id of a stream, of a person, a date. */
    onderwerp: p.text(),
    /** Without a foreign key: a workflow may follow a signaal that PostgreSQL never had. */
    stroom: p.uuid().nullable(),
    nummer: p.text().nullable(),
    /** In words, and nothing of the case. */
    toelichting: p.text().nullable(),
    eerstGezienOp: p.datetime(3),
    laatstGezienOp: p.datetime(3),
    opgelostOp: p.datetime(3).nullable(),
    /** When functioneel beheer was mailed. */
    gemeldOp: p.datetime(3).nullable(),
  },
  indexes: [
    {
      name: 'waakhondmelding_open_index',
      expression:
        'create unique index "waakhondmelding_open_index" on "waakhondmelding" ("soort", "onderwerp") where opgelost_op is null',
    },
    {
      name: 'waakhondmelding_opgelost_index',
      expression:
        'create index "waakhondmelding_opgelost_index" on "waakhondmelding" ("opgelost_op") where opgelost_op is not null',
    },
  ],
});

/** The one row that the workers share, so that each minute has one round, whoever does it. */
export const Waakhondronde = defineEntity({
  name: 'Waakhondronde',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('waakhondronde'),
  properties: {
    id: p.integer().primary().autoincrement(false),
    begonnenOp: p.datetime(3).nullable(),
    geslaagdOp: p.datetime(3).nullable(),
    /** When every open stream was last compared with every running workflow. */
    vergelekenOp: p.datetime(3).nullable(),
  },
});
