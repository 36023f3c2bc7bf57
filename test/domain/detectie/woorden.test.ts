import assert from 'node:assert/strict';

import { groepenVan, isEerder, lijkendeParen, type Woordtekst } from '#domain/detectie/woorden.ts';

const tekst = (signaal: string, woorden: string): Woordtekst => ({ signaal, stammen: woorden.split(' ') });

describe('texts in the same words', () => {
  it('are those that share four words that few others have, and most of the shorter', () => {
    const teksten = [
      tekst('a', 'taxi dagbested vergoed weiger kilometer'),
      tekst('b', 'taxi dagbested vergoed weiger kind moeder'),
      tekst('c', 'taxi school moeder brief'),
    ];
    assert.deepEqual(lijkendeParen(teksten), [['a', 'b']]);
    assert.deepEqual(lijkendeParen(teksten.toReversed()), [['a', 'b']], 'in whatever order they come');
  });

  it('are not told by what everybody writes', () => {
    const teksten = Array.from({ length: 40 }, (_, i) => tekst(`s${i}`, `gezin zorg wacht besluit eigen${i}`));
    assert.deepEqual(lijkendeParen(teksten), []);
  });

  it('make a group around one of them, from four, the largest first, each in one', () => {
    const ster = (kern: string, leden: string[]) => leden.map((lid) => [kern, lid] as const);
    const paren = [...ster('a', ['b', 'c', 'd', 'e']), ...ster('p', ['q', 'r', 's']), ['e', 'x'] as const];
    assert.deepEqual(groepenVan(paren), [
      ['a', 'b', 'c', 'd', 'e'],
      ['p', 'q', 'r', 's'],
    ]);
    assert.deepEqual(groepenVan(ster('a', ['b', 'c'])), []);
    const keten = ['a', 'b', 'c', 'd', 'e', 'f'].slice(1).map((lid, i) => ['abcdef'[i] ?? '', lid] as const);
    assert.deepEqual(groepenVan(keten), [], 'a chain is no group');
  });

  it('were proposed before when half of them were', () => {
    assert.ok(isEerder(['a', 'b', 'c', 'd'], ['a', 'b', 'x']));
    assert.ok(!isEerder(['a', 'b', 'c', 'd'], ['a', 'x']));
  });
});
