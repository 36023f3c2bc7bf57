import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Casusdeel, Niveau, Toestemmer, Toestemmingwijze } from '#domain/beleid/codelijsten.ts';

import { CASUSPOLICIES, TOESTEMMINGPOLICIES } from '../rechten/policies.ts';
import { Stroom } from './stroom.ts';

/** One piece of a casusbijlage: what was written for a part, or a file of it. Name and content are encrypted with the key of the signaal. */
export const Casusbijlage = defineEntity({
  name: 'Casusbijlage',
  rowLevelSecurity: 'force',
  policies: CASUSPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    stroom: () => p.manyToOne(Stroom).fieldName('stroom'),
    soort: p.text().$type<Casusdeel>(),
    /** Of a file; null for what was written. */
    naam: p.blob().nullable(),
    mediatype: p.text().nullable(),
    /** In bytes, before encryption. */
    grootte: p.integer(),
    inhoud: p.blob(),
    door: p.text(),
    op: p.datetime(3),
  },
  checks: [{ name: 'casusbijlage_bestand_check', expression: '(naam is null) = (mediatype is null)' }],
  indexes: [
    { name: 'casusbijlage_stroom_index', properties: ['stroom', 'soort'] },
    {
      name: 'casusbijlage_tekst_index',
      expression:
        'create unique index "casusbijlage_tekst_index" on "casusbijlage" ("stroom", "soort") where naam is null',
    },
  ],
});

/** Who of a family allowed whom to read which parts (domain/casus.ts). Codes, days and ids: it stays when the casusbijlage is erased. */
export const Toestemming = defineEntity({
  name: 'Toestemming',
  rowLevelSecurity: 'force',
  policies: TOESTEMMINGPOLICIES,
  properties: {
    id: p.uuid().primary(),
    stroom: () => p.manyToOne(Stroom).fieldName('stroom'),
    /** For who handles it at this level, or for the party of that verzoek; without either, for telling of it in a report. */
    niveau: p.text().$type<Exclude<Niveau, 'lokaal'>>().nullable(),
    verzoek: p.text().nullable(),
    van: p.text().$type<Toestemmer>(),
    wijze: p.text().$type<Toestemmingwijze>(),
    delen: p.array().$type<Casusdeel[]>(),
    gegevenOp: p.date(),
    totEnMet: p.date(),
    door: p.text(),
    op: p.datetime(3),
    ingetrokkenOp: p.datetime(3).nullable(),
    ingetrokkenDoor: p.text().nullable(),
  },
  checks: [
    { name: 'toestemming_ontvanger_check', expression: 'num_nonnulls(niveau, verzoek) <= 1' },
    { name: 'toestemming_delen_check', expression: `(num_nonnulls(niveau, verzoek) = 0) = (delen = '{}')` },
  ],
  triggers: [
    {
      name: 'toestemming_ingetrokken',
      timing: 'after',
      events: ['update'],
      forEach: 'row',
      expression:
        'create trigger "toestemming_ingetrokken" after update on "toestemming" for each row when (old.ingetrokken_op is null and new.ingetrokken_op is not null) execute function neem_verhaal_terug()',
    },
  ],
  indexes: [{ name: 'toestemming_stroom_index', properties: ['stroom'] }],
});
