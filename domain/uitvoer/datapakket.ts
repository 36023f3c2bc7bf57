import type { Tijdstip } from '../tijd/amsterdam.ts';
import { type Tijdvak, type Tijdvaknaam, tijdvakInWoorden } from '../tijd/tijdvak.ts';
import { UITVOERTABELLEN, UITVOERTABELNAMEN, type Uitvoertabel, type Uitvoerveld } from './tabellen.ts';

/** Of which period, as it was when. */
export interface Uitvoermoment {
  readonly tijdvak: Tijdvaknaam;
  readonly dagen: Tijdvak;
  readonly gemaaktOp: Tijdstip;
  /** The version of each code list. */
  readonly codelijsten: Readonly<Record<string, number>>;
}

/** As it is written in the CSV, for Excel in Dutch. */
export const JA_NEE = { ja: 'ja', nee: 'nee' } as const;
export const SCHEIDING = ';';

/** How the CSV files are to be read, by machines too: a Data Package (https://datapackage.org/standard/, version 2.0). */
export function datapakketVan({ tijdvak, dagen, gemaaktOp, codelijsten }: Uitvoermoment) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `signaalpunt-${tijdvak.toLowerCase()}`,
    title: `Signalen van Metgezel over ${tijdvakInWoorden(tijdvak)}`,
    description: `Van ${dagen.van} tot en met ${dagen.totEnMet}. Deze gegevens zijn niet anoniem: wie een gezin kent, kan het herkennen. Deel ze niet verder dan is afgesproken.`,
    created: gemaaktOp,
    version: '1.0.0',
    codelijsten,
    resources: UITVOERTABELNAMEN.map((naam) => bronVan(naam, UITVOERTABELLEN[naam])),
  };
}

function bronVan(naam: string, { titel, wat, velden, sleutel, verwijst }: Uitvoertabel) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
    name: naam,
    type: 'table',
    title: titel,
    description: wat,
    path: `${naam}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: SCHEIDING, lineTerminator: '\r\n' },
    schema: {
      fields: velden.map(veldVan),
      ...(sleutel.length > 0 && { primaryKey: sleutel }),
      ...(verwijst.length > 0 && {
        foreignKeys: verwijst.map(({ velden: eigen, naar, daar }) => ({
          fields: eigen,
          reference: { resource: naar, fields: daar },
        })),
      }),
    },
  };
}

function veldVan({ naam, type, wat, codes, altijd }: Uitvoerveld) {
  return {
    name: naam,
    type,
    description: wat,
    ...(type === 'boolean' && { trueValues: [JA_NEE.ja], falseValues: [JA_NEE.nee] }),
    ...(codes !== undefined && { categories: codes.map(({ code, label }) => ({ value: code, label })) }),
    constraints: {
      ...(altijd === true && { required: true }),
      ...(codes !== undefined && { enum: codes.map(({ code }) => code) }),
    },
  };
}
