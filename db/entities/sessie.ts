import { defineEntity, p } from '@mikro-orm/postgresql';

import { vanDeDienst } from '../rechten/policies.ts';
import { Gebruiker } from './gebruiker.ts';

/** Somebody who logged in, in one browser. All instants are on the clock of the world. */
export const Sessie = defineEntity({
  name: 'Sessie',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('sessie'),
  properties: {
    /** SHA-256 of the id, which the cookie alone holds. */
    hash: p.blob().primary(),
    /** What the page names it by. */
    id: p.uuid().unique().defaultRaw('uuidv7()'),
    gebruiker: () => p.manyToOne(Gebruiker).fieldName('gebruiker'),
    begonnenOp: p.datetime(3),
    gebruiktOp: p.datetime(3),
    /** Until it is pruned it still tells whose it was. */
    beeindigdOp: p.datetime(3).nullable(),
    /** The browser in plain words. */
    toestel: p.text(),
    /** What the provider calls its own session. */
    sid: p.text().nullable(),
    /** With which the provider is asked to end its own session; gone once this one has ended. */
    idToken: p.text().nullable(),
  },
  indexes: [
    { name: 'sessie_gebruiker_index', properties: ['gebruiker'] },
    { name: 'sessie_sid_index', properties: ['sid'] },
  ],
  triggers: [
    {
      name: 'sessie_beeindigd',
      timing: 'after',
      events: ['update'],
      forEach: 'row',
      expression:
        'create trigger "sessie_beeindigd" after update on "sessie" for each row when (old.beeindigd_op is null and new.beeindigd_op is not null) execute function meld_sessie_beeindigd()',
    },
  ],
});

/** Somebody on the way to the provider and back. The one row for one state: whoever comes back with it first takes it away. */
export const Inlogpoging = defineEntity({
  name: 'Inlogpoging',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('inlogpoging'),
  properties: {
    /** SHA-256, as of the cookie of the browser. */
    state: p.blob().primary(),
    browser: p.blob(),
    nonce: p.text(),
    verifier: p.text(),
    /** The address of ours to which it leads. */
    terug: p.text(),
    op: p.datetime(3),
  },
});

/** What somebody sent after their session had run out, under a key that their browser alone holds. */
export const Ingevuld = defineEntity({
  name: 'Ingevuld',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('ingevuld'),
  properties: {
    /** SHA-256 of what the cookie of the browser holds. */
    browser: p.blob().primary(),
    adres: p.text().primary(),
    gebruiker: () => p.manyToOne(Gebruiker).fieldName('gebruiker'),
    velden: p.blob(),
    op: p.datetime(3),
  },
});
