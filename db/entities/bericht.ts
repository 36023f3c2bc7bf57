import { defineEntity, p } from '@mikro-orm/postgresql';

import { BERICHTPOLICIES } from '../rechten/policies.ts';
import { Gebruiker } from './gebruiker.ts';
import { Stroom } from './stroom.ts';

/** A notice that a gebeurtenis owes somebody, until it is bundled into a zending. Instants are on the stream's own clock. */
export const Bericht = defineEntity({
  name: 'Bericht',
  rowLevelSecurity: 'force',
  policies: BERICHTPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    stroom: () => p.manyToOne(Stroom).fieldName('stroom'),
    volgnummer: p.integer(),
    /** null for a party or a consulent, who has an address alone. */
    gebruiker: () => p.manyToOne(Gebruiker).fieldName('gebruiker').nullable().deleteRule('no action'),
    adres: p.text().nullable(),
    /** The verzoek about which a party is written to; null for a consulent. */
    verzoek: p.text().nullable(),
    soort: p.text(),
    bundel: p.text().$type<'direct' | 'dag'>(),
    waarom: p.text(),
    stap: p.text().nullable(),
    /** When it arose. */
    op: p.datetime(3),
    /** Earliest delivery. */
    nietVoor: p.datetime(3),
    /** Who it was for, when somebody else gets it because of an absence. */
    namens: () => p.manyToOne(Gebruiker).fieldName('namens').nullable().deleteRule('no action'),
    zending: p.uuid().nullable(),
    /** `overgenomen`: who is away gets it on return, somebody else has it now. */
    status: p.text().$type<'wacht' | 'gebundeld' | 'vervallen' | 'overgenomen'>().default('wacht'),
  },
  checks: [
    { name: 'bericht_ontvanger_check', expression: '(gebruiker is null) <> (adres is null)' },
    { name: 'bericht_kleine_letters_check', expression: 'adres = lower(adres)' },
  ],
  indexes: [
    { name: 'bericht_stroom_index', properties: ['stroom', 'volgnummer'] },
    {
      name: 'bericht_zending_index',
      expression: `create index "bericht_zending_index" on "bericht" ("zending") where zending is not null`,
    },
    {
      name: 'bericht_dag_index',
      expression: `create index "bericht_dag_index" on "bericht" ("gebruiker", "niet_voor") where bundel = 'dag'`,
    },
    {
      name: 'bericht_wacht_index',
      expression: `create index "bericht_wacht_index" on "bericht" ("gebruiker", "niet_voor") where status = 'wacht'`,
    },
    {
      name: 'bericht_overgenomen_index',
      expression: `create index "bericht_overgenomen_index" on "bericht" ("gebruiker") where status = 'overgenomen' and zending is null`,
    },
    {
      name: 'bericht_adres_index',
      expression: `create index "bericht_adres_index" on "bericht" ("adres", "niet_voor") where status = 'wacht' and adres is not null`,
    },
  ],
});
