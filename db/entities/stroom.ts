import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Patroonstaat } from '#domain/patroon/staat.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Stroomsoort } from '#domain/stroom/soorten.ts';

import { STROOMPOLICIES } from '../rechten/policies.ts';

/** One signaal or patroon as the writer sees it: the row that is locked, its state, its clock and what it waits for. */
export const Stroom = defineEntity({
  name: 'Stroom',
  rowLevelSecurity: 'force',
  policies: STROOMPOLICIES,
  properties: {
    id: p.uuid().primary(),
    soort: p.text().$type<Stroomsoort>(),
    nummer: p.text().unique(),
    staat: p.json().$type<Staat | Patroonstaat>(),
    volgnummer: p.integer(),
    inhoudsversie: p.integer(),
    laatsteOp: p.datetime(3),
    /** The earliest milestone that is still to come. */
    volgendeOp: p.datetime(3).nullable(),
    volgendeSleutel: p.text().nullable(),
    wekNodig: p.boolean().default(false),
    wekSinds: p.datetime(3).nullable(),
    /** Raised each time `wekNodig` is set, so that whoever woke clears it only when nothing changed meanwhile. */
    wekVersie: p.integer().default(0),
    wekLeaseTot: p.datetime(3).nullable(),
    /** How far the clock of this stream is ahead of the world's, in milliseconds. */
    klokverschilMs: p.bigint('number').default(0),
    geparkeerdOp: p.datetime(3).nullable(),
    geparkeerdReden: p.text().nullable(),
  },
  checks: [{ name: 'stroom_klokverschil_check', expression: 'klokverschil_ms = 0 or reizen_toegestaan()' }],
  triggers: [
    {
      name: 'stroom_begonnen',
      timing: 'after',
      events: ['insert'],
      forEach: 'row',
      expression: `create trigger "stroom_begonnen" after insert on "stroom" for each row when (new.soort = 'signaal') execute function meld_gewijzigd()`,
    },
    {
      name: 'stroom_gewijzigd',
      timing: 'after',
      events: ['update'],
      forEach: 'row',
      expression: `create trigger "stroom_gewijzigd" after update on "stroom" for each row when (new.soort = 'signaal' and old.volgnummer <> new.volgnummer) execute function meld_gewijzigd()`,
    },
  ],
  indexes: [
    {
      name: 'stroom_samengevoegd_index',
      expression: `create index "stroom_samengevoegd_index" on "stroom" ("id") where staat ->> 'samengevoegdIn' is not null`,
    },
    {
      name: 'stroom_wek_index',
      expression: 'create index "stroom_wek_index" on "stroom" ("wek_sinds") where wek_nodig',
    },
    {
      name: 'stroom_volgende_index',
      expression: 'create index "stroom_volgende_index" on "stroom" ("volgende_op") where volgende_op is not null',
    },
    {
      name: 'stroom_geparkeerd_index',
      expression:
        'create index "stroom_geparkeerd_index" on "stroom" ("geparkeerd_op") where geparkeerd_op is not null',
    },
    {
      name: 'stroom_kalender_index',
      expression: `create index "stroom_kalender_index" on "stroom" (((staat -> 'kalender' ->> 'versie')::int)) where volgende_op is not null`,
    },
  ],
});
