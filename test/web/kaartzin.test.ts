import assert from 'node:assert/strict';

import type { Regio } from '#domain/beleid/regios.ts';
import { kaartzin } from '#web/cijfers/kaartzin.ts';

describe('the sentence under the map', () => {
  const zin = (waarden: Partial<Record<Regio, number>>) =>
    kaartzin(
      (['WEST', 'OOST', 'ZUID', 'MIDDEN', 'NOORD'] as const).map((regio) => ({
        regio,
        waarde: waarden[regio] ?? null,
      })),
      ' %',
    );

  it('names where it is highest and where lowest', () => {
    assert.equal(zin({ OOST: 80, WEST: 50, ZUID: 60 }), 'Het meest in Oost: 80 %. Het minst in West: 50 %.');
  });

  it('says so when it is the same everywhere', () => {
    const overal = { WEST: 33, OOST: 33, ZUID: 33, MIDDEN: 33, NOORD: 33 };
    assert.equal(zin(overal), 'In elke regio is het 33 %.');
  });

  it('speaks of no region that has too few to tell', () => {
    assert.equal(zin({ ZUID: 33 }), 'In Zuid is het 33 %.');
    assert.equal(zin({ ZUID: 33, WEST: 33 }), 'In West en Zuid is het 33 %.');
    assert.equal(zin({}), 'In elke regio zijn het er te weinig om iets over te zeggen.');
  });
});
