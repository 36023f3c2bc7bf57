import assert from 'node:assert/strict';

import { CODELIJSTEN } from '#domain/beleid/codelijsten.ts';
import { datapakketVan } from '#domain/uitvoer/datapakket.ts';
import {
  UITGEVOERDE_LIJSTEN,
  UITVOERDOELEN,
  UITVOERDOELNAMEN,
  UITVOERTABELLEN,
  UITVOERTABELNAMEN,
} from '#domain/uitvoer/tabellen.ts';

describe('the data that leave the service', () => {
  const pakket = datapakketVan({
    tijdvak: '2027-K2',
    dagen: { van: '2027-04-01', totEnMet: '2027-06-30' },
    gemaaktOp: '2027-07-05T08:00:00.000Z',
    codelijsten: { doelgroep: 1 },
  });
  const bron = (naam: string) => pakket.resources.find(({ name }) => name === naam) ?? assert.fail(naam);
  const veld = (tabel: string, naam: string) =>
    bron(tabel).schema.fields.find(({ name }) => name === naam) ?? assert.fail(`${tabel}.${naam}`);

  it('say of which days they are, when they were taken, and that they are not anonymous', () => {
    assert.equal(pakket.name, 'signaalpunt-2027-k2');
    assert.equal(pakket.title, 'Signalen van Metgezel over het tweede kwartaal van 2027');
    assert.match(pakket.description, /^Van 2027-04-01 tot en met 2027-06-30\. Deze gegevens zijn niet anoniem/);
    assert.equal(pakket.created, '2027-07-05T08:00:00.000Z');
    assert.deepEqual(pakket.codelijsten, { doelgroep: 1 });
  });

  it('are one file for each table, as Excel in Dutch reads it', () => {
    assert.deepEqual(
      pakket.resources.map(({ path }) => path),
      UITVOERTABELNAMEN.map((naam) => `${naam}.csv`),
    );
    for (const { dialect, encoding } of pakket.resources)
      assert.deepEqual([dialect, encoding], [{ delimiter: ';', lineTerminator: '\r\n' }, 'utf-8']);
    const waar = veld('signalen', 'inPatroon');
    assert.deepEqual(
      [waar.type, waar.trueValues, waar.falseValues, waar.constraints],
      ['boolean', ['ja'], ['nee'], { required: true }],
    );
  });

  it('name the codes that a column may hold, and require what is never empty', () => {
    const uitkomst = veld('signalen', 'uitkomst');
    const codes = CODELIJSTEN.uitkomst.map(({ code }) => code);
    assert.deepEqual(uitkomst.constraints, { enum: codes }, 'an open signaal has none');
    assert.deepEqual(
      uitkomst.categories?.map(({ value, label }) => [value, label]),
      CODELIJSTEN.uitkomst.map(({ code, label }) => [code, label]),
    );
    assert.deepEqual(veld('verblijven', 'werkdagen').constraints, {});
    assert.deepEqual(veld('sluitingen', 'terugkoppeling').constraints, { enum: ['op_tijd', 'te_laat'] });
  });

  it('tell which lines are one thing, and which line of another table each is about', () => {
    assert.deepEqual(bron('signalen').schema.primaryKey, ['signaal']);
    assert.equal(bron('signalen').schema.foreignKeys, undefined);
    assert.equal(bron('verblijven').schema.primaryKey, undefined, 'one may come back to a level on the same day');
    for (const { name, schema } of pakket.resources) {
      const eigen = schema.fields.map((een) => een.name);
      for (const sleutel of schema.primaryKey ?? []) assert.ok(eigen.includes(sleutel), `${name}: ${sleutel}`);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const daar = bron(reference.resource).schema;
        assert.deepEqual(daar.primaryKey, reference.fields, `${name} names one line of ${reference.resource}`);
        assert.ok(fields.every((een) => eigen.includes(een)));
      }
      if (name !== 'signalen' && name !== 'codelijsten')
        assert.ok(
          schema.foreignKeys?.some(({ reference }) => reference.resource === 'signalen'),
          name,
        );
    }
  });

  it('have no column for who it was, where, at which organisation, or what was written', () => {
    const velden = UITVOERTABELNAMEN.flatMap((naam) => UITVOERTABELLEN[naam].velden.map((een) => een.naam));
    for (const verboden of ['nummer', 'gemeente', 'organisatie', 'melder', 'behandelaar', 'door', 'tekst', 'knelpunt'])
      assert.ok(!velden.includes(verboden), verboden);
    // Free text has no codes: what is a string is a code of a list, or stands in the table of those.
    for (const naam of UITVOERTABELNAMEN)
      for (const { type, codes, naam: kolom } of UITVOERTABELLEN[naam].velden)
        if (type === 'string' && naam !== 'codelijsten' && kolom !== 'code')
          assert.ok(codes !== undefined && codes.length > 0, `${naam}.${kolom}`);
  });

  it('bring the list of every code in them, each once, and are taken out for a reason that has a name', () => {
    assert.equal(new Set(UITGEVOERDE_LIJSTEN).size, UITGEVOERDE_LIJSTEN.length);
    const bekend = new Set(UITGEVOERDE_LIJSTEN.map((lijst) => CODELIJSTEN[lijst]));
    for (const lijst of ['niveau', 'status', 'uitkomst', 'systeemreden', 'verandering', 'wet'] as const)
      assert.ok(bekend.has(CODELIJSTEN[lijst]), lijst);
    for (const doel of UITVOERDOELEN) assert.match(UITVOERDOELNAMEN[doel], /^[A-Z][^_]+$/);
  });
});
