import assert from 'node:assert/strict';

import fc from 'fast-check';

import { datumVan, msVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import {
  dagMetNummer,
  eersteWerkdagNa,
  eindeVanDag,
  geteldeDagen,
  isWerkdag,
  laatsteWerkdagVoor,
  plusWerkdagen,
  werkdagenTussen,
} from '#domain/tijd/werkdagen.ts';

import { KALENDER, dagenTussen, datum } from './support.ts';

describe('plusWerkdagen', () => {
  for (const [van, n, tot] of [
    ['2026-03-25', 10, '2026-04-10'],
    ['2026-04-24', 5, '2026-05-04'],
    ['2027-04-26', 10, '2027-05-14'],
    ['2026-12-21', 5, '2026-12-29'],
  ] as const) {
    it(`counts ${n} werkdagen from ${van} to ${tot}`, () => {
      assert.equal(plusWerkdagen(van, n, KALENDER), tot);
    });
  }

  it('never counts the date itself, also when that is a weekend', () => {
    assert.equal(plusWerkdagen('2027-05-08', 1, KALENDER), '2027-05-10');
    assert.equal(plusWerkdagen('2027-05-10', 1, KALENDER), '2027-05-11');
    assert.equal(plusWerkdagen('2027-05-08', 0, KALENDER), '2027-05-08');
  });

  it('is the n-th werkdag of the calendar, for any date and n', () => {
    fc.assert(
      fc.property(datum(), fc.integer({ min: 1, max: 80 }), (van, n) => {
        const werkdagen = dagenTussen(plusDagen(van, 1), plusDagen(van, 300)).filter((dag) => isWerkdag(dag, KALENDER));
        assert.equal(plusWerkdagen(van, n, KALENDER), werkdagen[n - 1]);
      }),
    );
  });

  it('is undone by counting, and grows with n', () => {
    fc.assert(
      fc.property(datum(), fc.integer({ min: 0, max: 80 }), (van, n) => {
        const tot = plusWerkdagen(van, n, KALENDER);
        assert.equal(werkdagenTussen(van, tot, KALENDER), n);
        assert.ok(plusWerkdagen(van, n + 1, KALENDER) > tot);
      }),
    );
  });

  it('refuses a number of days that is none', () => {
    for (const n of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => plusWerkdagen('2027-05-10', n, KALENDER), RangeError);
    }
  });
});

describe('werkdagen around a date', () => {
  it('skip Hemelvaart, the day after it and the weekend', () => {
    assert.equal(eersteWerkdagNa('2027-05-04', KALENDER), '2027-05-10');
    assert.equal(laatsteWerkdagVoor('2027-05-10', KALENDER), '2027-05-04');
  });

  it('are each other on a werkdag', () => {
    fc.assert(
      fc.property(datum(), (dag) => {
        fc.pre(isWerkdag(dag, KALENDER));
        assert.equal(laatsteWerkdagVoor(eersteWerkdagNa(dag, KALENDER), KALENDER), dag);
        assert.equal(eersteWerkdagNa(laatsteWerkdagVoor(dag, KALENDER), KALENDER), dag);
      }),
    );
  });

  it('between two dates are none when the second is not later', () => {
    assert.equal(werkdagenTussen('2027-05-10', '2027-05-10', KALENDER), 0);
    assert.equal(werkdagenTussen('2027-05-10', '2027-05-01', KALENDER), 0);
  });
});

describe('eindeVanDag', () => {
  it('is midnight in Amsterdam, in summer time and in winter time', () => {
    assert.equal(eindeVanDag('2026-04-10'), '2026-04-10T22:00:00.000Z');
    assert.equal(eindeVanDag('2026-12-31'), '2026-12-31T23:00:00.000Z');
  });

  it('comes 23 or 25 hours after the begin of the day on which the clock changes', () => {
    assert.equal(msVan(eindeVanDag('2027-03-28')) - msVan(eindeVanDag('2027-03-27')), 23 * 3_600_000);
    assert.equal(msVan(eindeVanDag('2027-10-31')) - msVan(eindeVanDag('2027-10-30')), 25 * 3_600_000);
  });

  it('falls on the next date', () => {
    fc.assert(fc.property(datum(), (dag) => assert.equal(datumVan(eindeVanDag(dag)), plusDagen(dag, 1))));
  });
});

describe('a step with pauzes', () => {
  const begin = '2027-06-07';

  it('does not count the days at whose end it is paused, first and last included', () => {
    const pauzes = [{ van: '2027-06-09', tot: '2027-06-11' }];
    assert.equal(dagMetNummer({ begin, kalender: KALENDER, pauzes }, 1), '2027-06-08');
    assert.equal(dagMetNummer({ begin, kalender: KALENDER, pauzes }, 2), '2027-06-14');
    assert.equal(geteldeDagen({ begin, kalender: KALENDER, pauzes }, '2027-06-13'), 1);
  });

  it('ends as many werkdagen later as the pauze covers, whatever the pauze', () => {
    fc.assert(
      fc.property(datum(), fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 40 }), (van, na, lengte, n) => {
        const pauze = { van: plusDagen(van, na), tot: plusDagen(van, na + lengte) };
        const zonder = dagMetNummer({ begin: van, kalender: KALENDER }, n);
        const met = dagMetNummer({ begin: van, kalender: KALENDER, pauzes: [pauze] }, n);
        const gepauzeerd = dagenTussen(pauze.van, pauze.tot).filter(
          (dag) => dag > van && dag <= met && isWerkdag(dag, KALENDER),
        ).length;
        assert.equal(met, plusWerkdagen(zonder, gepauzeerd, KALENDER));
      }),
    );
  });

  it('counts a day once however many pauzes cover it', () => {
    const een = [{ van: '2027-06-09', tot: '2027-06-11' }];
    const twee = [...een, { van: '2027-06-10', tot: '2027-06-10' }];
    assert.equal(
      dagMetNummer({ begin, kalender: KALENDER, pauzes: een }, 9),
      dagMetNummer({ begin, kalender: KALENDER, pauzes: twee }, 9),
    );
  });
});
