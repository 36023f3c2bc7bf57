import assert from 'node:assert/strict';

import fc from 'fast-check';

import { plusDagen } from '#domain/tijd/amsterdam.ts';
import { bezwaartermijn, terugTellen, wettelijkeTermijn } from '#domain/tijd/termijnenwet.ts';
import { isWerkdag, werkdagenTussen } from '#domain/tijd/werkdagen.ts';

import { KALENDER, datum } from './support.ts';

describe('bezwaartermijn', () => {
  for (const [bekendmaking, laatsteDag] of [
    ['2026-04-02', '2026-05-18'],
    ['2027-03-25', '2027-05-10'],
    ['2028-03-17', '2028-05-01'],
    ['2026-11-13', '2026-12-28'],
  ] as const) {
    it(`of a besluit made known on ${bekendmaking} ends on ${laatsteDag}`, () => {
      assert.equal(bezwaartermijn(bekendmaking, KALENDER), laatsteDag);
    });
  }

  it('is six weeks, and never ends on a Saturday, Sunday or holiday', () => {
    fc.assert(
      fc.property(datum(), (dag) => {
        const laatsteDag = bezwaartermijn(dag, KALENDER);
        assert.ok(isWerkdag(laatsteDag, KALENDER));
        assert.ok(laatsteDag >= plusDagen(dag, 42));
        assert.equal(werkdagenTussen(plusDagen(dag, 41), laatsteDag, KALENDER), 1);
      }),
    );
  });
});

describe('wettelijkeTermijn', () => {
  it('rolls on to the next ordinary day (art. 1)', () => {
    assert.equal(wettelijkeTermijn('2027-04-22', { weken: 2 }, KALENDER), '2027-05-10');
    assert.equal(wettelijkeTermijn('2027-06-07', { dagen: 1 }, KALENDER), '2027-06-08');
    assert.equal(wettelijkeTermijn('2027-06-10', { dagen: 2 }, KALENDER), '2027-06-14');
  });

  it('of three days holds at least two ordinary days (art. 2): the bedenktijd of 20 December 2017 runs to 27 December', () => {
    assert.equal(wettelijkeTermijn('2017-12-19', { dagen: 3 }, KALENDER), '2017-12-22');
    assert.equal(wettelijkeTermijn('2017-12-20', { dagen: 3 }, KALENDER), '2017-12-27');
    assert.equal(wettelijkeTermijn('2026-12-24', { dagen: 3 }, KALENDER), '2026-12-29');
    assert.equal(wettelijkeTermijn('2026-12-24', { dagen: 4 }, KALENDER), '2026-12-29');
  });

  it('of less than three days only rolls on', () => {
    assert.equal(wettelijkeTermijn('2026-12-24', { dagen: 2 }, KALENDER), '2026-12-28');
  });

  it('in months ends on the same day of the month, or the last day of a shorter month', () => {
    assert.equal(wettelijkeTermijn('2027-01-12', { maanden: 1 }, KALENDER), '2027-02-12');
    assert.equal(wettelijkeTermijn('2028-01-31', { maanden: 1 }, KALENDER), '2028-02-29');
    assert.equal(wettelijkeTermijn('2027-11-30', { maanden: 3 }, KALENDER), '2028-02-29');
    assert.equal(wettelijkeTermijn('2026-09-15', { maanden: 3 }, KALENDER), '2026-12-15');
  });

  it('of more than 90 days, twelve weeks or three months does not roll on (art. 4)', () => {
    assert.equal(wettelijkeTermijn('2027-02-05', { dagen: 90 }, KALENDER), '2027-05-10');
    assert.equal(wettelijkeTermijn('2027-02-05', { dagen: 91 }, KALENDER), '2027-05-07');
    assert.equal(wettelijkeTermijn('2027-02-11', { weken: 12 }, KALENDER), '2027-05-10');
    assert.equal(wettelijkeTermijn('2027-02-04', { weken: 13 }, KALENDER), '2027-05-06');
    assert.equal(wettelijkeTermijn('2027-02-06', { maanden: 3 }, KALENDER), '2027-05-10');
    assert.equal(wettelijkeTermijn('2027-01-06', { maanden: 4 }, KALENDER), '2027-05-06');
  });
});

describe('terugTellen', () => {
  it('goes back over Hemelvaart and the day after it', () => {
    assert.equal(terugTellen('2027-05-10', 3, KALENDER), '2027-04-30');
    assert.equal(terugTellen('2027-05-10', 10, KALENDER), '2027-04-20');
    assert.equal(terugTellen('2027-05-10', 0, KALENDER), '2027-05-10');
  });

  it('leaves exactly n werkdagen, and lands on one', () => {
    fc.assert(
      fc.property(datum(), fc.integer({ min: 1, max: 30 }), (dag, n) => {
        const eerder = terugTellen(dag, n, KALENDER);
        assert.ok(isWerkdag(eerder, KALENDER));
        assert.equal(werkdagenTussen(plusDagen(eerder, -1), plusDagen(dag, -1), KALENDER), n);
      }),
    );
  });
});
