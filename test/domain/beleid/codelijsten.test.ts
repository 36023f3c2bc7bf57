import assert from 'node:assert/strict';

import { CODELIJSTEN, type Codelijst, codesVan, isCode, labelVan } from '#domain/beleid/codelijsten.ts';

const LIJSTEN = Object.keys(CODELIJSTEN) as Codelijst[];

describe('codelijsten', () => {
  for (const lijst of LIJSTEN) {
    it(`${lijst}: every code once, in one of the two forms, with its own label`, () => {
      const codes: string[] = codesVan(lijst);
      assert.equal(new Set(codes).size, codes.length);
      for (const code of codes) assert.match(code, /^([a-z][a-z0-9]*(_[a-z0-9]+)*|[A-Z][A-Z0-9]*(_[A-Z0-9]+)*)$/);
      const labels = codes.map((code) => labelVan(lijst, code));
      assert.equal(new Set(labels).size, labels.length);
    });
  }

  it('order the levels from low to high', () => {
    assert.deepEqual(codesVan('niveau'), ['lokaal', 'regionaal', 'landelijk']);
  });

  it('recognise their own codes alone', () => {
    assert.ok(isCode('doelgroep', 'ZEVMB'));
    assert.ok(!isCode('doelgroep', 'zevmb'));
    assert.ok(!isCode('wens', 'ZEVMB'));
  });

  it('show a code that they do not know as it is', () => {
    assert.equal(labelVan('wens', 'oud'), 'oud');
    assert.equal(labelVan('wens', 'hulp'), 'Ik heb nu hulp nodig van de regio');
  });
});
