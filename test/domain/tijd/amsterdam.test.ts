import assert from 'node:assert/strict';

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import {
  alsTijdstip,
  beginVan,
  dagVanWeek,
  dagnummer,
  dagnummerVan,
  datumVan,
  datumVanDagnummer,
  isDatum,
  isTijdstip,
  msVan,
  opUur,
  plusDagen,
} from '#domain/tijd/amsterdam.ts';

import { dagenTussen, datum, inAmsterdam, tijdstip } from './support.ts';

describe('Amsterdam time', () => {
  it('agrees with the oracle on where every day of 2024-2040 begins, and on its 09:00', () => {
    for (const dag of dagenTussen('2024-01-01', '2040-12-31')) {
      assert.equal(beginVan(dag), inAmsterdam(dag, 0, 0), dag);
      assert.equal(opUur(dag, 9), inAmsterdam(dag, 9, 0), dag);
      assert.equal(datumVan(beginVan(dag)), dag);
      assert.equal(datumVan(alsTijdstip(msVan(beginVan(dag)) - 1)), plusDagen(dag, -1));
    }
  });

  it('agrees with the oracle on every quarter of an hour, both ways, around each change of the clock 1996-2060', () => {
    for (let jaar = 1996; jaar <= 2060; jaar += 1) {
      for (const maand of [3, 10]) {
        const zondag = [25, 26, 27, 28, 29, 30, 31]
          .map((d) => `${jaar}-${maand < 10 ? '0' : ''}${maand}-${d}`)
          .find((d) => dagVanWeek(d) === 7);
        assert.ok(zondag);
        for (let uur = 0; uur < 24; uur += 1) {
          for (const minuut of [0, 30])
            assert.equal(opUur(zondag, uur, minuut), inAmsterdam(zondag, uur, minuut), `${zondag} ${uur}:${minuut}`);
        }
        const middernacht = msVan(`${zondag}T00:00:00.000Z`);
        for (let ms = middernacht - 7_200_000; ms <= middernacht + 90_000_000; ms += 900_000) {
          const op = alsTijdstip(ms);
          assert.equal(
            datumVan(op),
            Temporal.Instant.from(op).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString(),
            op,
          );
        }
      }
    }
  });

  it('moves a time that the clock skips one hour on, and takes the first of two that come twice', () => {
    assert.equal(opUur('2027-03-28', 2, 30), '2027-03-28T01:30:00.000Z');
    assert.equal(opUur('2027-10-31', 2, 30), '2027-10-31T00:30:00.000Z');
  });

  it('gives instants whose order as text is their order in time', () => {
    fc.assert(
      fc.property(tijdstip(), tijdstip(), (een, ander) => {
        assert.equal(een < ander, msVan(een) < msVan(ander));
        assert.equal(alsTijdstip(msVan(een)), een);
      }),
    );
  });
});

describe('dates', () => {
  it('agree with the oracle on every day of 1996-2100: day number, day of the week, the day after', () => {
    let nummer = dagnummer('1996-01-01');
    for (const dag of dagenTussen('1996-01-01', '2100-12-31')) {
      const oracle = new Date(`${dag}T00:00:00.000Z`);
      assert.equal(dagnummer(dag), nummer);
      assert.equal(datumVanDagnummer(nummer), dag);
      assert.equal(dagVanWeek(dag), oracle.getUTCDay() === 0 ? 7 : oracle.getUTCDay(), dag);
      nummer += 1;
    }
  });

  it('move back and forth by any number of days', () => {
    fc.assert(
      fc.property(datum(), fc.integer({ min: -5000, max: 5000 }), (dag, n) => {
        assert.equal(plusDagen(plusDagen(dag, n), -n), dag);
        assert.equal(plusDagen(dag, n), Temporal.PlainDate.from(dag).add({ days: n }).toString());
      }),
    );
  });

  it('run on into the next month', () => {
    assert.equal(datumVanDagnummer(dagnummerVan(2027, 2, 29)), '2027-03-01');
  });

  it('before 1970 keep their day of the week', () => {
    assert.equal(dagVanWeek('1969-12-28'), 7);
  });

  it('are recognised only when they exist, in the one form that is used', () => {
    for (const goed of ['1996-01-01', '2028-02-29', '2100-12-31']) assert.ok(isDatum(goed), goed);
    for (const fout of [
      '',
      '2027-02-29',
      '2100-02-29',
      '2027-13-01',
      '2027-00-10',
      '2027-04-31',
      '2027-4-1',
      '1995-12-31',
      '2101-01-01',
      '2027-05-10 ',
    ]) {
      assert.ok(!isDatum(fout), fout);
    }
    assert.throws(() => dagnummer('10 mei'), RangeError);
    assert.throws(() => dagnummer('2027-05-1x'), RangeError);
    assert.throws(() => dagnummer('2027-05-100'), RangeError);
  });
});

describe('instants', () => {
  it('are recognised only in UTC with milliseconds', () => {
    assert.ok(isTijdstip('2027-05-10T22:00:00.000Z'));
    for (const fout of [
      '2027-05-10',
      '2027-05-10T22:00:00Z',
      '2027-05-10T22:00:00.000+02:00',
      '2027-05-10T24:00:00.000Z',
      '2027-02-30T10:00:00.000Z',
    ]) {
      assert.ok(!isTijdstip(fout), fout);
    }
    assert.throws(() => msVan('gisteren'), RangeError);
  });
});
