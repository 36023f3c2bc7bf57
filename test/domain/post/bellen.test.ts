import assert from 'node:assert/strict';

import { beladres } from '#domain/post/bellen.ts';

describe('the address that calls', () => {
  it('has the digits alone, and the plus of a country', () => {
    for (const [geschreven, adres] of [
      ['06 1234 5601', 'tel:0612345601'],
      ['(050) 123 45 01', 'tel:0501234501'],
      ['+31 (0)88-123.45.01', 'tel:+31881234501'],
    ] as const)
      assert.equal(beladres(geschreven), adres);
  });

  it('calls the first number alone, whatever stands behind it', () => {
    for (const geschreven of [
      '088 123 45 01, toestel 12',
      '088 123 45 01 (toestel 12)',
      '088 123 45 01 / 06 1234 5601',
    ])
      assert.equal(beladres(geschreven), 'tel:0881234501');
  });
});
