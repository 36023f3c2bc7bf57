import assert from 'node:assert/strict';

import fc from 'fast-check';

import { codesVan } from '#domain/beleid/codelijsten.ts';
import { STAPPEN, TERMIJNBELEID_1, geldendOp, herinneringsdagen } from '#domain/beleid/termijnbeleid.ts';

const { stappen } = TERMIJNBELEID_1;

describe('termijnbeleid version 1', () => {
  it('has a term for every stap, in the order of the table of equal instants', () => {
    assert.deepEqual(Object.keys(stappen).toSorted(), [...STAPPEN].toSorted());
    assert.deepEqual(Object.keys(stappen.behandelen), codesVan('niveau'));
  });

  it('escalates a signaal that nobody picks up after 5, 3 or 2 werkdagen', () => {
    const { n, uitloop } = stappen.oppakken;
    assert.deepEqual([n.normaal + uitloop.normaal, n.hoog + uitloop.hoog, n.spoed + uitloop.spoed], [5, 3, 2]);
  });

  it('reminds the behandelaar on these days', () => {
    const { lokaal, regionaal, landelijk } = stappen.behandelen;
    assert.deepEqual(herinneringsdagen(lokaal.n.normaal, lokaal.herinneringen), [10, 16, 20]);
    assert.deepEqual(herinneringsdagen(lokaal.n.hoog, lokaal.herinneringen), [5, 8, 10]);
    assert.deepEqual(herinneringsdagen(regionaal.n.normaal, regionaal.herinneringen), [16, 20]);
    assert.deepEqual(herinneringsdagen(landelijk.n.spoed, landelijk.herinneringen), [4, 5]);
  });

  it('reminds a ketenpartner on these days', () => {
    const { n, herinneringen } = stappen.vraag;
    assert.deepEqual(herinneringsdagen(n.normaal, herinneringen), [5, 8, 10]);
    assert.deepEqual(herinneringsdagen(n.hoog, herinneringen), [3, 4, 5]);
    assert.deepEqual(herinneringsdagen(n.spoed, herinneringen), [1, 2]);
  });
});

describe('the policy of a day', () => {
  const vanaf = (versie: number, geldigVanaf: string) => ({ ...TERMIJNBELEID_1, versie, geldigVanaf });
  const versies = [vanaf(3, '2027-07-01'), vanaf(1, '2026-01-01'), vanaf(2, '2027-07-01')];

  it('is the newest of those that hold by then', () => {
    assert.equal(geldendOp(versies, '2027-06-30').versie, 1);
    assert.equal(geldendOp(versies, '2027-07-01').versie, 3);
  });

  it('before the first of them, is the first', () => {
    assert.equal(geldendOp(versies, '2020-01-01').versie, 1);
  });

  it('there must be one', () => {
    assert.throws(() => geldendOp([], '2027-07-01'), RangeError);
  });
});

describe('herinneringsdagen', () => {
  it('never come before day 1, and two on one day are one', () => {
    assert.deepEqual(herinneringsdagen(1, [50, 80, 100]), [1]);
    assert.deepEqual(herinneringsdagen(3, [0]), [1]);
    assert.deepEqual(herinneringsdagen(10, []), []);
  });

  it('are in ascending order whatever the order of the percentages', () => {
    assert.deepEqual(herinneringsdagen(20, [100, 50, 80]), [10, 16, 20]);
  });

  it('are the first day on which at least p percent of the term is over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 100 }), (n, p) => {
        const [dag] = herinneringsdagen(n, [p]);
        assert.ok(dag !== undefined && dag * 100 >= n * p && (dag - 1) * 100 < n * p);
      }),
    );
  });
});
