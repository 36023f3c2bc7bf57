import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Logafloop, Logbijzonderheden, Ingang, Verrichting } from '#domain/audit/logregel.ts';

import { LOGPOLICIES, vanDeAuditor } from '../rechten/policies.ts';

/**
 * Who did what with what (domain/audit/logregel.ts), in the order in which the lines were begun. Rows are added and never changed; they go when their
 * term is over, from the first on, in whole days of seals (activities/audit/opruimen.ts). What people wrote stands in none of them.
 */
export const Logregel = defineEntity({
  name: 'Logregel',
  rowLevelSecurity: 'force',
  policies: LOGPOLICIES,
  properties: {
    nr: p.bigint().primary().generated('identity'),
    /** On the clock of the world. */
    op: p.datetime(3).defaultRaw('clock_timestamp()'),
    verrichting: p.text().$type<Verrichting>(),
    operatie: p.text(),
    afloop: p.text().$type<Logafloop>(),
    code: p.text().nullable(),
    /** Not a key, as all below: the line stays when what it names goes. */
    persoon: p.text().nullable(),
    rollen: p.array().default([]),
    organisatie: p.text().nullable(),
    namens: p.text().nullable(),
    /** Of who has no account: through which link. */
    link: p.uuid().nullable(),
    stroom: p.uuid().nullable(),
    nummer: p.text().nullable(),
    object: p.text().nullable(),
    ingang: p.text().$type<Ingang>(),
    spoor: p.text(),
    adres: p.text().nullable(),
    bijzonderheden: p.json().$type<Logbijzonderheden>().defaultRaw(`'{}'`),
    /** SHA-256 of the row of loginhoud that belongs to it. */
    inhoud: p.blob().nullable(),
  },
  indexes: [
    {
      name: 'logregel_nummer_index',
      expression: 'create index "logregel_nummer_index" on "logregel" ("nummer", "nr") where nummer is not null',
    },
    {
      name: 'logregel_persoon_index',
      expression: 'create index "logregel_persoon_index" on "logregel" ("persoon", "nr") where persoon is not null',
    },
    {
      name: 'logregel_opruiming_index',
      expression: `create index "logregel_opruiming_index" on "logregel" ("nr") where operatie = 'opruimen:logboek'`,
    },
    { name: 'logregel_op_index', expression: 'create index "logregel_op_index" on "logregel" using brin ("op")' },
  ],
  triggers: [
    onveranderlijk('logregel', ['update', 'truncate']),
    {
      name: 'logregel_opruimen',
      timing: 'after',
      events: ['delete'],
      forEach: 'statement',
      expression: `create trigger "logregel_opruimen" after delete on "logregel" referencing old table as weg for each statement execute function weiger_vroeg_opruimen()`,
    },
  ],
});

/** What stood there before a change and after it. The line holds its hash, made with `zout`, so this row alone can be removed. */
export const Loginhoud = defineEntity({
  name: 'Loginhoud',
  rowLevelSecurity: 'force',
  policies: vanDeAuditor('loginhoud'),
  properties: {
    regel: () => p.manyToOne(Logregel).primary().fieldName('regel').deleteRule('no action'),
    zout: p.blob(),
    voor: p.json().nullable(),
    na: p.json().nullable(),
  },
  triggers: [onveranderlijk('loginhoud', ['update', 'truncate'])],
});

/** A seal on lines (domain/audit/keten.ts), with a signature whose key no role of the database has. */
export const Logzegel = defineEntity({
  name: 'Logzegel',
  rowLevelSecurity: 'force',
  policies: vanDeAuditor('logzegel'),
  properties: {
    nummer: p.integer().primary().autoincrement(false),
    dag: p.date(),
    tot: p.bigint().unique(),
    aantal: p.integer(),
    hash: p.blob(),
    op: p.datetime(3),
    /** Which key: the beginning of the hash of its public half. */
    sleutel: p.text(),
    handtekening: p.blob(),
  },
  triggers: [onveranderlijk('logzegel', ['update', 'delete', 'truncate'])],
});

type Wijze = 'update' | 'delete' | 'truncate';

function onveranderlijk(tabel: string, events: Wijze[]) {
  const name = `${tabel}_onveranderlijk`;
  return {
    name,
    timing: 'before' as const,
    events,
    forEach: 'statement' as const,
    expression: `create trigger "${name}" before ${events.join(' or ')} on "${tabel}" for each statement execute function weiger_wijziging()`,
  };
}
