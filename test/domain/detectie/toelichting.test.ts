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
      'In 2 weken kwamen 7 signalen binnen over “Persoonsgebonden budget”, in Zuid.',
      'Gewoon zijn dat er 1 à 2, naar wat er in het jaar daarvoor binnenkwam.',
      'Door toeval alleen ziet u zoiets hier hoogstens eens in de 6 jaar.',
    ]);
  });

  it('names several regions, the whole country, one week, and what is beyond counting', () => {
    const zin = (over: Partial<Bewijs>): string => zinnenVan({ ...BEWIJS, ...over }).join(' ');
    assert.match(zin({ regios: ['WEST', 'ZUID', 'MIDDEN'] }), /in West, Zuid en Midden\./);
    assert.match(zin({ regios: [], code: null }), /7 signalen binnen bij elkaar, in heel Nederland\./);
    assert.match(zin({ dagen: 7, verwacht: 12.4 }), /^In 1 week .* ongeveer 12,/);
    assert.match(zin({ verwacht: 2.0 }), /zijn dat er ongeveer 2,/);
    assert.match(zin({ verwacht: 0.3 }), /is dat er nog geen 1,/);
    assert.match(zin({ kans: 1e-12 }), /hoogstens eens in de 1\.000 jaar/);
    assert.match(zin({ kans: 0.01 }), /hoogstens 4 keer per jaar/);
    assert.match(zin({ kans: 1 / 400 }), /hoogstens eens per jaar/);
  });

  it('of a pile says how usual it was before, and of words that somebody must look', () => {
    const stapel = {
      ...BEWIJS,
      indeling: 'organisatie',
      code: 'CIZ',
      naam: 'CIZ, Utrecht',
      regios: [],
      dagen: 90,
    } as const;
    assert.match(
      zinnenVan(stapel).join(' '),
      /^In 90 dagen kwamen 7 signalen binnen over “CIZ, Utrecht”, in heel Nederland\./,
    );
    assert.match(zinnenVan({ ...stapel, verwacht: 0 }).join(' '), /In het jaar daarvoor kwam dit niet voor\./);
    const woorden = zinnenVan({ ...stapel, indeling: 'tekst', code: null }).join(' ');
    assert.match(woorden, /^7 signalen uit 90 dagen gebruiken dezelfde woorden\. .*Kijk zelf/);
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
