import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import fc from 'fast-check';

import { jitterVan, MAX_JITTER_MS } from '#workflows/jitter.ts';

describe('jitterVan', () => {
  it('is the same for one id, always', () => {
    assert.equal(jitterVan('018f3f2e-7d3a-7c11-9a55-0a1b2c3d4e5f'), 23_336);
    assert.equal(jitterVan('018f3f2e-7d3a-7c11-9a55-0a1b2c3d4e60'), 10_987);
  });

  it('is a whole number of milliseconds from 0 up to, not including, 40 seconds', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const jitter = jitterVan(id);
        assert.ok(Number.isSafeInteger(jitter) && jitter >= 0 && jitter < MAX_JITTER_MS);
      }),
    );
  });

  it('spreads a thousand signalen that were filed one after the other evenly over the 40 seconds', () => {
    const perSecond = Array.from({ length: 40 }, () => 0);
    for (let i = 0; i < 1_000; i += 1) {
      const second = Math.floor(jitterVan(idAfter(i)) / 1_000);
      perSecond[second] = (perSecond[second] ?? 0) + 1;
    }
    // 25 are expected in each second; a fair draw is above 50 less than once in 100,000 times.
    assert.ok(Math.max(...perSecond) <= 50, `busiest second: ${Math.max(...perSecond)}`);
    assert.ok(Math.min(...perSecond) >= 6, `quietest second: ${Math.min(...perSecond)}`);
  });

  it('spreads random ids too', () => {
    const mean = Array.from({ length: 2_000 }, () => jitterVan(randomUUID())).reduce((a, b) => a + b) / 2_000;
    assert.ok(mean > 18_500 && mean < 21_500, `mean: ${mean}`);
  });
});

/** Ids that differ as little as ids can. */
function idAfter(n: number): string {
  return `018f3f2e-7d3a-7c11-9a55-${n.toString(16).padStart(12, '0')}`;
}
