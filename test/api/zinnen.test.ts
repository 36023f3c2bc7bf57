import assert from 'node:assert/strict';

import { ROUTES } from '#api/routes/index.ts';
import { zonderZin } from '#test/support/veldfouten.ts';

describe('the body of every operation', () => {
  for (const { contract } of ROUTES) {
    const { body, zoek, operatie, csv, stuurt } = contract;
    // A file has no fields.
    if (body === undefined || csv === true || stuurt !== undefined) continue;
    it(`${operatie}: each field tells what is wrong with it in words of its own`, () => {
      assert.ok(zoek, 'no sentences at all: metZinnen');
      assert.deepEqual(zonderZin(body, zoek), []);
    });
  }
});
