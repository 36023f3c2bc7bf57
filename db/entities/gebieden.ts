import { defineEntity, p } from '@mikro-orm/postgresql';

import type { Provinciecode, Regiocode } from '#domain/beleid/regios.ts';

/** A region of the programme, which is none of the landsdelen of CBS. */
export const Regio = defineEntity({
  name: 'Regio',
  properties: { code: p.text().primary().$type<Regiocode>(), label: p.text(), volgorde: p.integer() },
});

export const Provincie = defineEntity({
  name: 'Provincie',
  properties: {
    code: p.text().primary().$type<Provinciecode>(),
    naam: p.text(),
    regio: () => p.manyToOne(Regio).fieldName('regio'),
  },
});

/** A gemeente by its CBS code, for as long as it exists. */
export const Gemeente = defineEntity({
  name: 'Gemeente',
  properties: {
    code: p.text().primary(),
    naam: p.text(),
    provincie: () => p.manyToOne(Provincie).fieldName('provincie'),
    geldigVan: p.date(),
    geldigTot: p.date().nullable(),
  },
});

/** A name that people use for a place in a gemeente: a woonplaats, a district, a former gemeente. */
export const Plaats = defineEntity({
  name: 'Plaats',
  properties: {
    naam: p.text().primary(),
    gemeente: () =>
      p.manyToOne(Gemeente).primary().fieldName('gemeente').deleteRule('no action').updateRule('no action'),
  },
});
