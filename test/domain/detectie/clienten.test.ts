import assert from 'node:assert/strict';

import { clientenverloop } from '#domain/detectie/clienten.ts';
import type { Noemer } from '#domain/rapport/noemers.ts';

const TELLING: Noemer = {
  soort: 'clienten',
  peildatum: '2026-01-01',
  doelgroep: 'ALLE',
  regio: 'ALLE',
  aantal: 1000,
  bron: 'Telling',
};
const LATER = { ...TELLING, peildatum: '2026-01-11', aantal: 2000 };

describe('the number of clients on a day', () => {
  it('grows evenly from one count to the next, whatever their order, and stays what it was first and last', () => {
    for (const tellingen of [
      [TELLING, LATER],
      [LATER, TELLING],
    ]) {
      const clienten = clientenverloop(tellingen);
      assert.deepEqual(
        ['2025-06-01', '2026-01-01', '2026-01-06', '2026-01-11', '2027-01-01'].map(clienten),
        [1000, 1000, 1500, 2000, 2000],
      );
    }
  });

  it('is of the whole country and of clients only, and never none', () => {
    const clienten = clientenverloop([
      TELLING,
      { ...LATER, regio: 'WEST' },
      { ...LATER, doelgroep: 'NAH' },
      { ...LATER, soort: 'ondersteuners' },
      { ...LATER, aantal: 0 },
    ]);
    assert.equal(clienten('2026-01-11'), 1000);
  });

  it('is the same on every day while nothing was counted', () => {
    assert.equal(clientenverloop([])('2026-01-11'), 1);
  });
});
