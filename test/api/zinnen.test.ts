import assert from 'node:assert/strict';

import { ROUTES } from '#api/routes/index.ts';
import { zonderZin } from '#test/support/veldfouten.ts';

describe('the body of every operation', () => {
  for (const { contract } of ROUTES) {
    const { body, zoek, operatie, csv } = contract;
    if (body === undefined || csv === true) continue;
    it(`${operatie}: each field tells what is wrong with it in words of its own`, () => {
      assert.ok(zoek, 'no sentences at all: metZinnen');
      assert.deepEqual(zonderZin(body, zoek), []);
    });
  }
});
