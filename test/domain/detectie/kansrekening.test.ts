import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import { kansOpMinstens, negatiefBinomiaal, verwachtAantal } from '#domain/detectie/kansrekening.ts';
import { gamma, poisson, toeval } from '#domain/detectie/toeval.ts';
import { keren } from '#test/support/keren.ts';

const VECTOREN = JSON.parse(readFileSync(path.join(import.meta.dirname, 'nbinom.json'), 'utf8')) as [
  k: number,
  vorm: number,
  groei: number,
  kans: number,
][];

describe('the chance of so many', () => {
  it('is that of SciPy to twelve digits, from nearly certain to one in 1e13', () => {
    assert.ok(VECTOREN.some(([, , , kans]) => kans < 1e-13) && VECTOREN.some(([, , , kans]) => kans > 0.9));
    for (const [k, vorm, groei, kans] of VECTOREN) {
      const afwijking = Math.abs(negatiefBinomiaal(k, vorm, groei) - kans) / kans;
      assert.ok(afwijking < 1e-12, `P(X >= ${k}), shape ${vorm}, growth ${groei}: off by ${afwijking}`);
    }
  });

  it('is 1 of none, falls with every one more, and never leaves 0 to 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(2000), fc.integer({ min: 1, max: 60 }), (k, geteld, venster) => {
        const verwachting = { geteld, basis: 364, venster };
        const kans = kansOpMinstens(k, verwachting);
        assert.ok(kans >= 0 && kans <= 1);
        assert.ok(kansOpMinstens(k + 1, verwachting) <= kans);
        assert.equal(kansOpMinstens(0, verwachting), 1);
      }),
      keren(300),
    );
  });

  it('is larger for a series that varies more than chance, and the number expected stays', () => {
    const verwachting = { geteld: 520, basis: 364, venster: 28 };
    assert.ok(kansOpMinstens(70, { ...verwachting, spreiding: 2 }) > 10 * kansOpMinstens(70, verwachting));
    assert.equal(verwachtAantal(verwachting), verwachtAantal({ ...verwachting, spreiding: 2 }));
  });

  it('expects of a series without a past half a signaal a year: three in a week stand out, one does not', () => {
    const nooit = { geteld: 0, basis: 364, venster: 7 };
    assert.ok(kansOpMinstens(1, nooit) > 0.005);
    assert.ok(kansOpMinstens(3, nooit) < 1e-5);
  });
});

describe('toeval', () => {
  it('is the same for the same seed and has the mean and the variance that it should', () => {
    const getal = toeval(7);
    assert.deepEqual([toeval(7)(), toeval(7)()], [getal(), toeval(7)()]);
    for (const [trek, gemiddelde, variantie] of [
      [() => poisson(2.5, getal), 2.5, 2.5],
      [() => poisson(70, getal), 70, 70],
      [() => gamma(0.5, getal), 0.5, 0.5],
      [() => gamma(12.5, getal), 12.5, 12.5],
    ] as const) {
      const reeks = Array.from({ length: 20_000 }, trek);
      const m = reeks.reduce((som, x) => som + x, 0) / reeks.length;
      const v = reeks.reduce((som, x) => som + (x - m) ** 2, 0) / reeks.length;
      assert.ok(Math.abs(m - gemiddelde) < 0.05 * gemiddelde, `mean ${m}, not ${gemiddelde}`);
      assert.ok(Math.abs(v - variantie) < 0.1 * variantie, `variance ${v}, not ${variantie}`);
    }
  });
});
