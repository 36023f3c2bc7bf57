import assert from 'node:assert/strict';

import { eindeVanReis, versteDatum } from '#activities/reis/duur.ts';

import { KALENDER } from '../../support/zaak.ts';

// Monday 3 May 2027, 11:30 in Amsterdam; Hemelvaart is on Thursday 6 May, the Friday after it is free by decree.
const NU = '2027-05-03T09:30:00.000Z';

describe('eindeVanReis', () => {
  for (const [duur, einde] of [
    ['5u', '2027-05-03T14:30:00.000Z'],
    ['3d', '2027-05-06T09:30:00.000Z'],
    ['1wd', '2027-05-04T09:30:00.000Z'],
    ['2wd', '2027-05-10T09:30:00.000Z'],
    ['2 wd', '2027-05-10T09:30:00.000Z'],
    ['tot 2027-05-10', '2027-05-09T22:01:00.000Z'],
  ] as const) {
    it(`understands ${duur}`, () => assert.equal(eindeVanReis(duur, NU, KALENDER), einde));
  }

  it('goes no further than ten years, so that 9999 working days are refused', () => {
    assert.equal(versteDatum(NU), '2037-12-31');
    assert.ok((eindeVanReis('9999wd', NU, KALENDER) ?? '') > '2037-12-31T23:00:00.000Z');
    assert.ok((eindeVanReis('2600wd', NU, KALENDER) ?? '9') < '2037-12-31T23:00:00.000Z');
  });

  it('keeps the time of the day when summer time ends', () => {
    assert.equal(eindeVanReis('2d', '2026-10-24T09:30:00.123Z', KALENDER), '2026-10-26T10:30:00.123Z');
  });

  for (const duur of ['', '12', 'wd', '-3d', '1,5d', '3 weken', 'tot morgen', 'tot 2027-02-30', '99999d']) {
    it(`does not understand "${duur}"`, () => assert.equal(eindeVanReis(duur, NU, KALENDER), undefined));
  }
});
