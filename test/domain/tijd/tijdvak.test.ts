import assert from 'node:assert/strict';

import { maandenIn, TIJDVAKNAAM, tijdvakInWoorden, tijdvakkenTot, tijdvakVan } from '#domain/tijd/tijdvak.ts';

describe('a tijdvak', () => {
  it('is a year or a quarter by name, as far as it has come', () => {
    assert.deepEqual(tijdvakVan('2026-K2', '2027-02-10'), { van: '2026-04-01', totEnMet: '2026-06-30' });
    assert.deepEqual(tijdvakVan('2026', '2027-02-10'), { van: '2026-01-01', totEnMet: '2026-12-31' });
    assert.deepEqual(tijdvakVan('2027-K1', '2027-02-10'), { van: '2027-01-01', totEnMet: '2027-02-10' });
    assert.deepEqual(tijdvakVan('2027-K1', '2027-03-31'), { van: '2027-01-01', totEnMet: '2027-03-31' });
    assert.deepEqual(tijdvakVan('2028-K1', '2028-04-01'), { van: '2028-01-01', totEnMet: '2028-03-31' });
  });

  it('that has not begun is all of its days', () => {
    assert.deepEqual(tijdvakVan('2027-K4', '2027-02-10'), { van: '2027-10-01', totEnMet: '2027-12-31' });
  });

  it('without a name is this month and the eleven before it', () => {
    assert.deepEqual(tijdvakVan(null, '2027-02-10'), { van: '2026-03-01', totEnMet: '2027-02-10' });
    assert.deepEqual(tijdvakVan(null, '2027-12-31'), { van: '2027-01-01', totEnMet: '2027-12-31' });
  });

  it('has months, of which the last may not be whole', () => {
    assert.deepEqual(maandenIn({ van: '2027-11-01', totEnMet: '2028-02-29' }), [
      { van: '2027-11-01', totEnMet: '2027-11-30' },
      { van: '2027-12-01', totEnMet: '2027-12-31' },
      { van: '2028-01-01', totEnMet: '2028-01-31' },
      { van: '2028-02-01', totEnMet: '2028-02-29' },
    ]);
    assert.deepEqual(maandenIn({ van: '2027-01-01', totEnMet: '2027-02-10' }).at(-1), {
      van: '2027-02-01',
      totEnMet: '2027-02-10',
    });
  });

  it('can be this quarter and the three before it, this year and the one before it', () => {
    const eind = ['2027-K4', '2027-K3', '2027-K2', '2027-K1', '2027', '2026'];
    assert.deepEqual(tijdvakkenTot('2027-12-31'), eind);
    assert.deepEqual(tijdvakkenTot('2028-01-01'), ['2028-K1', '2027-K4', '2027-K3', '2027-K2', '2028', '2027']);
    assert.ok(tijdvakkenTot('2028-01-01').every((naam) => TIJDVAKNAAM.test(naam)));
  });

  it('has a name as people say it, and no other', () => {
    assert.equal(tijdvakInWoorden('2027-K2'), 'het tweede kwartaal van 2027');
    assert.equal(tijdvakInWoorden('2027'), 'heel 2027');
    assert.equal(tijdvakInWoorden(null), 'de laatste twaalf maanden');
    for (const fout of ['2027-K5', '2027-K0', '1999', '27', '2027-2', ' 2027'])
      assert.ok(!TIJDVAKNAAM.test(fout), fout);
  });
});
