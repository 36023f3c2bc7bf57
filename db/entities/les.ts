import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Doelgroep, Ketenpartnertype, Knelpunttype, Wet } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';
import type { Lesstatus } from '#domain/les.ts';

import { LESGEBRUIKPOLICIES, LESPOLICIES } from '../rechten/policies.ts';
import { Stroom } from './stroom.ts';

/** One version of a les: what worked, as somebody wrote it and another looked at it. What all may read is its one row that is `geldig`. */
export const Les = defineEntity({
  name: 'Les',
  rowLevelSecurity: 'force',
  policies: LESPOLICIES,
  properties: {
    id: p.uuid().primary(),
    versie: p.integer().primary(),
    nummer: p.text(),
    /** How often anything happened to this les: the same in each of its versions. */
    stand: p.integer(),
    /** The ids of what was asked of it, so that each is done once. */
    opdrachten: p.array(),
    status: p.text().$type<Lesstatus>(),
    /** The signaal or patroon that was solved. */
    bron: () => p.manyToOne(Stroom).fieldName('bron'),
    /** Who is asked if it still works: whoever wrote the first version. */
    eigenaar: p.text(),
    titel: p.text(),
    watWerkte: p.text(),
    /** Where it worked; empty for everywhere. */
    regios: p.array().$type<Regio[]>(),
    /** Who made it work: the kind of organisation, and its name where the writer may name it. */
    ketenpartnertype: p.text().$type<Ketenpartnertype>().nullable(),
    organisatie: p.text().nullable(),
    wetten: p.array().$type<Wet[]>(),
    doelgroepen: p.array().$type<Doelgroep[]>(),
    knelpunttypen: p.array().$type<Knelpunttype[]>(),
    /** The last Amsterdam date on which it counts as current. */
    geldigTot: p.date(),
    geschrevenDoor: p.text(),
    geschrevenOp: p.datetime(3),
    beoordeeldDoor: p.text().nullable(),
    beoordeeldOp: p.datetime(3).nullable(),
    /** Why it was sent back or withdrawn. */
    opmerking: p.text().nullable(),
    /** When the owner was asked if it still works, and landelijk told that nobody answered; null while it need not be, or was answered. */
    gevraagdOp: p.datetime(3).nullable(),
    gemeldOp: p.datetime(3).nullable(),
    /** Whoever works for one of these does not see it: those that its source concerns, kept by triggers (migration 0047). */
    nietVoor: p.array().defaultRaw(`'{}'`),
    /** By which words it is found, kept by a trigger (migration 0047); null for what is not `geldig`. */
    woorden: p.string().columnType('tsvector').nullable(),
  },
  indexes: [
    { name: 'les_nummer_index', properties: ['nummer', 'versie'] },
    { name: 'les_bron_index', properties: ['bron'] },
    { name: 'les_eigenaar_index', properties: ['eigenaar'] },
    {
      name: 'les_geldig_index',
      expression: `create unique index "les_geldig_index" on "les" ("id") where status = 'geldig'`,
    },
    {
      name: 'les_onderweg_index',
      expression: `create unique index "les_onderweg_index" on "les" ("id") where status in ('wacht', 'teruggestuurd')`,
    },
    {
      name: 'les_orde_index',
      expression: `create index "les_orde_index" on "les" ("nummer") where status = 'geldig'`,
    },
    {
      name: 'les_woorden_index',
      expression: 'create index "les_woorden_index" on "les" using gin ("woorden") with (fastupdate = off)',
    },
  ],
  triggers: [
    {
      name: 'les_niet_voor',
      timing: 'before',
      events: ['insert'],
      forEach: 'row',
      expression: 'create trigger "les_niet_voor" before insert on "les" for each row execute function les_niet_voor()',
    },
    {
      name: 'les_woorden',
      timing: 'before',
      events: ['insert', 'update'],
      forEach: 'row',
      expression:
        'create trigger "les_woorden" before insert or update on "les" for each row execute function zoek_les()',
    },
  ],
});

/** In which signaal a les was used. What became of that signaal says whether it helped. */
export const Lesgebruik = defineEntity({
  name: 'Lesgebruik',
  rowLevelSecurity: 'force',
  policies: LESGEBRUIKPOLICIES,
  properties: {
    les: p.uuid().primary(),
    stroom: () => p.manyToOne(Stroom).primary().fieldName('stroom'),
    /** The version that was read. */
    versie: p.integer(),
    door: p.text(),
    op: p.datetime(3),
    /** The last entry of the record of the signaal at that moment: what its filer tells after it is about this. */
    na: p.integer(),
  },
  indexes: [{ name: 'lesgebruik_stroom_index', properties: ['stroom'] }],
});
