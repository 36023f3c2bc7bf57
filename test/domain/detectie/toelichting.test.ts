import assert from 'node:assert/strict';

import { REGIOGEBIEDEN, REGIOKAART } from '#domain/detectie/regiokaart.ts';
import { type Bewijs, zinnenVan } from '#domain/detectie/toelichting.ts';

const BEWIJS: Bewijs = {
  indeling: 'knelpunttype',
  code: 'PGB',
  regios: ['ZUID'],
  dagen: 14,
  aantal: 7,
  verwacht: 1.62,
  kans: 0.000_4,
};

describe('what proves a pattern', () => {
  it('is said in plain words and numbers, never rarer than it is', () => {
    assert.deepEqual(zinnenVan(BEWIJS), [
      'Persoonsgebonden budget, in Zuid: 7 signalen in 2 weken.',
      'Verwacht waren er ongeveer 1,6, naar wat er in het jaar daarvoor binnenkwam.',
      'Door toeval alleen komt dat minder dan 1 keer op 1.000 voor.',
    ]);
  });

  it('names several regions, the whole country, one week, and what is beyond counting', () => {
    const zin = (over: Partial<Bewijs>): string => zinnenVan({ ...BEWIJS, ...over }).join(' ');
    assert.match(zin({ regios: ['WEST', 'ZUID', 'MIDDEN'] }), /in West, Zuid en Midden: /);
    assert.match(zin({ regios: [], code: null }), /^Alle signalen, in heel Nederland: /);
    assert.match(zin({ dagen: 7, verwacht: 12.4 }), /in 1 week\..* ongeveer 12,/);
    assert.match(zin({ verwacht: 2.0 }), / ongeveer 2,/);
    assert.match(zin({ kans: 1e-12 }), /1 keer op 1 miljoen/);
  });
});

describe('the map of the regions', () => {
  it('has the five regions, of which those touch that share a border, and one apart for what is not known', () => {
    const paren = REGIOKAART.zones
      .filter(({ length }) => length === 2)
      .map((zone) => zone.map((i) => REGIOGEBIEDEN[i]).join('-'));
    assert.deepEqual(paren, [
      'WEST-OOST',
      'WEST-ZUID',
      'WEST-MIDDEN',
      'WEST-NOORD',
      'OOST-ZUID',
      'OOST-MIDDEN',
      'OOST-NOORD',
      'MIDDEN-NOORD',
    ]);
  });
});
