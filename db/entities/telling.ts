import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Doelgroep, Ketenpartnertype, Knelpunttype, Niveau, Status } from '#domain/beleid/codelijsten.ts';
import type { Regiocode } from '#domain/beleid/regios.ts';

import { vanDeDienst } from '../rechten/policies.ts';

/**
 * How many signalen there are of each combination, kept in the transaction of every act. A signaal may have several knelpunttypen and
 * doelgroepen: it counts under each, and once under `*`, so that no sum counts it twice.
 */
export const Telling = defineEntity({
  name: 'Telling',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('telling'),
  properties: {
    /** When it happened, as far as that is known: the date of the decision it was filed about, else that of filing. */
    voorvaldatum: p.date().primary(),
    melddatum: p.date().primary(),
    knelpunttype: p.text().$type<Knelpunttype | '*'>().primary(),
    regio: p.text().$type<Regiocode>().primary(),
    doelgroep: p.text().$type<Doelgroep | '*'>().primary(),
    /** That of the organisatie concerned. */
    ketenpartnertype: p.text().$type<Ketenpartnertype | 'ONBEKEND'>().primary(),
    niveau: p.text().$type<Niveau>().primary(),
    status: p.text().$type<Status>().primary(),
    aantal: p.integer(),
  },
});
