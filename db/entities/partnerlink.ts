import { defineEntity, p } from '@mikro-orm/postgresql';

import { vanDeDienst, zoalsHetSignaal } from '../rechten/policies.ts';
import { Stroom } from './stroom.ts';

/**
 * A link in a mail to one address: of a party to its verzoek, of a consulent to the signaal. Who has the token, of which only the
 * SHA-256 is here, may ask for a code.
 */
export const Partnerlink = defineEntity({
  name: 'Partnerlink',
  rowLevelSecurity: 'force',
  policies: zoalsHetSignaal('partnerlink'),
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    stroom: () => p.manyToOne(Stroom).fieldName('stroom'),
    /** null for the consulent on whose behalf the signaal was filed. */
    verzoek: p.text().nullable(),
    adres: p.text(),
    hash: p.blob().unique(),
    /** Sent to the escalation contact. */
    hogerop: p.boolean().default(false),
    /** On the clock of the stream, as the two below. */
    gemaaktOp: p.datetime(3),
    ingetrokkenOp: p.datetime(3).nullable(),
    /** The first right code. */
    eerstGeopendOp: p.datetime(3).nullable(),
  },
  checks: [{ name: 'partnerlink_kleine_letters_check', expression: 'adres = lower(adres)' }],
  indexes: [{ name: 'partnerlink_verzoek_index', properties: ['stroom', 'verzoek'] }],
});

/** A code of six digits that was mailed to open a link. Its hash is salted with the token, which the database does not have. */
export const Partnercode = defineEntity({
  name: 'Partnercode',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('partnercode'),
  properties: {
    id: p.uuid().primary().defaultRaw('uuidv7()'),
    link: () => p.manyToOne(Partnerlink).fieldName('link'),
    adres: p.text(),
    hash: p.blob(),
    /** On the clock of the world. */
    op: p.datetime(3),
    pogingen: p.integer().default(0),
    gebruiktOp: p.datetime(3).nullable(),
  },
  checks: [{ name: 'partnercode_kleine_letters_check', expression: 'adres = lower(adres)' }],
  indexes: [
    { name: 'partnercode_link_index', properties: ['link', 'op'] },
    { name: 'partnercode_adres_index', properties: ['adres', 'op'] },
  ],
});

/** A browser in which the right code was given. */
export const Partnersessie = defineEntity({
  name: 'Partnersessie',
  rowLevelSecurity: 'force',
  policies: vanDeDienst('partnersessie'),
  properties: {
    hash: p.blob().primary(),
    link: () => p.manyToOne(Partnerlink).fieldName('link'),
    /** On the clock of the world. */
    tot: p.datetime(3),
  },
  indexes: [{ name: 'partnersessie_link_index', properties: ['link'] }],
});
