import assert from 'node:assert/strict';

import { stapelgrens, type Keer, zoekStapelingen } from '#domain/detectie/stapeling.ts';

const keer = (dag: number, waarover = 'organisatie:LINDE'): Keer => ({ signaal: `s${dag}${waarover}`, dag, waarover });

describe('a pile of signalen', () => {
  it('is five signalen about the same organisatie in 90 days, also without a past', () => {
    const vijf = [1, 20, 41, 60, 90].map((dag) => keer(dag));
    assert.equal(zoekStapelingen(vijf, 90)[0]?.signalen.length, 5);
    assert.deepEqual(zoekStapelingen(vijf, 91), [], 'the first is 91 days ago');
    assert.deepEqual(zoekStapelingen(vijf.slice(1), 90), []);
  });

  it('counts a signaal once, and nothing that is still to come', () => {
    const dubbel = [1, 2, 3, 4, 4].map((dag) => keer(dag));
    assert.deepEqual(zoekStapelingen(dubbel, 90), []);
    assert.deepEqual(zoekStapelingen([...dubbel, keer(91)], 90), []);
  });

  it('takes more where more is usual, and the most comes first', () => {
    assert.equal(stapelgrens(0), 5);
    assert.ok(stapelgrens(100) > 35 && stapelgrens(100) < 60, String(stapelgrens(100)));
    const gewoon = Array.from({ length: 140 }, (_, i) => keer(i * 3, 'wet:wlz'));
    const nieuw = Array.from({ length: 6 }, (_, i) => keer(400 + i, 'wet:wzd'));
    assert.deepEqual(
      zoekStapelingen([...gewoon, ...nieuw], 419).map(({ waarover }) => waarover),
      ['wet:wzd'],
    );
  });

  it('holds the 90 days against no more days than were counted', () => {
    const gewoon = Array.from({ length: 60 }, (_, i) => keer(i * 3, 'wet:wlz'));
    assert.deepEqual(zoekStapelingen(gewoon, 179), [], 'as many in the second 90 days as in the first');
    const meer = [
      ...gewoon,
      ...Array.from({ length: 40 }, (_, i) => ({ ...keer(95 + i, 'wet:wlz'), signaal: `m${i}` })),
    ];
    const [gevonden] = zoekStapelingen(meer, 179);
    assert.deepEqual([gevonden?.signalen.length, gevonden?.verwacht], [70, 30]);
  });
});
