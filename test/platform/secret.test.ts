import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';

import { slowHashOfSecret } from '#platform/secret.ts';

describe('what is kept of a short secret', () => {
  it('is its scrypt with a salt, so the same secret elsewhere has another', async () => {
    const [here, there] = await Promise.all([slowHashOfSecret('123456', 'a'), slowHashOfSecret('123456', 'b')]);
    assert.deepEqual(here, scryptSync('123456', 'a', 32));
    assert.notDeepEqual(here, there);
  });
});
