import assert from 'node:assert/strict';

import { kernwoorden, type Woordvorm } from '#domain/detectie/kernwoorden.ts';

const vorm = (woord: string, signaal: string, melder = signaal): Woordvorm => ({
  stam: woord.toLowerCase(),
  woord,
  signaal,
  melder,
});
const overal = (woord: string): Woordvorm[] => ['a', 'b', 'c'].map((signaal) => vorm(woord, signaal));
const NERGENS = new Map<string, number>();

describe('the words that tell what signalen with the same words are about', () => {
  it('are what they share and others do not have, the most telling first', () => {
    const vormen = [...overal('zorg'), ...overal('sondevoeding'), ...overal('nachtzorg'), ...overal('tarief')];
    assert.deepEqual(
      kernwoorden(
        vormen,
        new Map([
          ['zorg', 90],
          ['tarief', 2],
        ]),
      ),
      ['nachtzorg', 'sondevoeding', 'tarief'],
    );
  });

  it('are written by more than one reporter, in half of the signalen or more', () => {
    const vanEen = ['a', 'b', 'c'].map((signaal) => vorm('woonvorm', signaal, 'dezelfde'));
    const vormen = [...overal('sondevoeding'), ...overal('tarief'), ...vanEen, vorm('geheim', 'a')];
    assert.deepEqual(kernwoorden(vormen, NERGENS), ['sondevoeding', 'tarief']);
  });

  it('are no names; an abbreviation is none, nor a word at the beginning of a sentence', () => {
    const vormen = [...overal('Daan'), ...overal('CIZ'), vorm('Tarief', 'a'), vorm('tarief', 'b'), vorm('tarief', 'c')];
    assert.deepEqual(kernwoorden(vormen, NERGENS), ['CIZ', 'tarief']);
  });

  it('are none where only one is left', () => {
    assert.deepEqual(kernwoorden(overal('tarief'), NERGENS), []);
  });
});
