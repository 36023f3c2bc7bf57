import assert from 'node:assert/strict';

import { Reiswereld } from '#test/support/reiswereld.ts';

import { loopRond } from './rondleiding.ts';

describe('the tour of the README, in Chromium', () => {
  let reis: Reiswereld;
  before(async () => (reis = await Reiswereld.open('2026-05-06T08:00:00.000Z')));
  after(() => reis.sluit());

  it('goes from filing to the question whether it still helps, each step on the page that the README shows', async () => {
    const gezien: string[] = [];
    await loopRond(reis, async (naam) => void gezien.push(naam));
    assert.deepEqual(gezien, [...new Set(gezien)].toSorted());
    assert.deepEqual(reis.app.fouten, []);
  });
});
