import { defineEntity, p } from '@mikro-orm/postgresql';

import { ZENDINGPOLICIES } from '../rechten/policies.ts';
import { Gebruiker } from './gebruiker.ts';

/** One mail to one person or party, from its writing until a server took it, or refused it for good (`mislukt`). */
export const Zending = defineEntity({
  name: 'Zending',
  rowLevelSecurity: 'force',
  policies: ZENDINGPOLICIES,
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    gebruiker: () => p.manyToOne(Gebruiker).fieldName('gebruiker').nullable().deleteRule('no action'),
    /** In lower case, as every address to which we write. */
    adres: p.text(),
    /** Who reads a reply; null when nobody does. */
    antwoordAan: () => p.manyToOne(Gebruiker).fieldName('antwoord_aan').nullable().deleteRule('no action'),
    soort: p.text().$type<'direct' | 'dag'>(),
    onderwerp: p.text(),
    inhoud: p.text(),
    html: p.text(),
    messageId: p.text().unique(),
    /** The one-click address of the List-Unsubscribe header (RFC 8058); null on a mail that is duty. */
    afmelden: p.text().nullable(),
    op: p.datetime(3),
    status: p.text().$type<'wacht' | 'verstuurd' | 'mislukt'>().default('wacht'),
    pogingen: p.integer().default(0),
    leaseTot: p.datetime(3).nullable(),
    volgendePoging: p.datetime(3).nullable(),
    verstuurdOp: p.datetime(3).nullable(),
    laatsteFout: p.text().nullable(),
    /** Since when the mail server says "not now" of this mail; null when it did not. */
    uitgesteldSinds: p.datetime(3).nullable(),
  },
  checks: [{ name: 'zending_kleine_letters_check', expression: 'adres = lower(adres)' }],
  triggers: [
    {
      name: 'zending_vergeet_sleutel',
      timing: 'before',
      events: ['update'],
      forEach: 'row',
      expression: `create trigger "zending_vergeet_sleutel" before update on "zending" for each row when (new.status <> 'wacht') execute function vergeet_sleutel()`,
    },
  ],
  indexes: [
    {
      name: 'zending_wacht_index',
      expression: `create index "zending_wacht_index" on "zending" ("adres", "id") where status = 'wacht'`,
    },
    {
      name: 'zending_mislukt_index',
      expression: `create index "zending_mislukt_index" on "zending" ("id") where status = 'mislukt'`,
    },
    {
      name: 'zending_verstuurd_index',
      expression: `create index "zending_verstuurd_index" on "zending" ("gebruiker", "id") where status = 'verstuurd' and gebruiker is not null`,
    },
    {
      name: 'zending_dagbrief_index',
      expression: `create index "zending_dagbrief_index" on "zending" ("gebruiker", "op") where message_id like '<tweede-%' or message_id like '<voorstellen-%'`,
    },
  ],
});
