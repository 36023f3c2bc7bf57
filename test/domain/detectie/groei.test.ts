import assert from 'node:assert/strict';

import { type Vergelijkbaar, zelfdeStijging } from '#domain/detectie/groei.ts';

const voorstel = (id: string, anders: Partial<Vergelijkbaar> = {}): Vergelijkbaar => ({
  id,
  indeling: 'knelpunttype',
  code: 'PGB',
  regios: [],
  aantal: 40,
  verwacht: 20,
  ...anders,
});
const ALLES = voorstel('alles', { code: null, aantal: 400, verwacht: 200 });

describe('growth of everything', () => {
  it('explains what grew as fast, but for chance, and nothing that grew faster', () => {
    const meer = voorstel('meer', { aantal: 53 });
    const wet = voorstel('wet', { indeling: 'wet', code: 'WLZ', aantal: 50, verwacht: 22 });
    const regio = voorstel('regio', { code: null, regios: ['NOORD'], aantal: 60, verwacht: 30 });
    const zelfde = zelfdeStijging([voorstel('even', { aantal: 52 }), meer, wet, regio, ALLES]);
    assert.deepEqual(
      zelfde,
      new Map([
        ['even', 'alles'],
        ['wet', 'alles'],
        ['regio', 'alles'],
      ]),
    );
  });

  it('of one region explains what grew there alone', () => {
    const noord = voorstel('noord', { code: null, regios: ['NOORD'] });
    const zelfde = zelfdeStijging([
      noord,
      voorstel('daar', { regios: ['NOORD'] }),
      voorstel('elders', { regios: ['ZUID'] }),
      voorstel('land'),
    ]);
    assert.deepEqual(zelfde, new Map([['daar', 'noord']]));
  });

  it('explains nothing that was never there before, and no words', () => {
    const nieuw = voorstel('nieuw', { indeling: 'organisatie', code: 'X', aantal: 4, verwacht: 0 });
    const woorden = voorstel('woorden', { indeling: 'tekst', code: null, aantal: 5, verwacht: 3 });
    assert.deepEqual(zelfdeStijging([ALLES, nieuw, woorden]), new Map());
  });
});
