import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { isCode } from '#domain/beleid/codelijsten.ts';
import { PROVINCIES, REGIOS, regioVanProvincie } from '#domain/beleid/regios.ts';

describe('regios', () => {
  it('are the five of the programme, with ONBEKEND', () => {
    assert.deepEqual(
      REGIOS.map(({ code }) => code),
      ['WEST', 'OOST', 'ZUID', 'MIDDEN', 'NOORD', 'ONBEKEND'],
    );
  });

  for (const [regio, provincies] of [
    ['WEST', ['Noord-Holland', 'Zuid-Holland']],
    ['OOST', ['Overijssel', 'Gelderland']],
    ['ZUID', ['Zeeland', 'Noord-Brabant', 'Limburg']],
    ['MIDDEN', ['Flevoland', 'Utrecht']],
    ['NOORD', ['Groningen', 'Fryslân', 'Drenthe']],
  ] as const) {
    it(`${regio} is ${provincies.join(', ')}`, () => {
      assert.deepEqual(
        PROVINCIES.filter(({ code }) => regioVanProvincie(code) === regio).map(({ naam }) => naam),
        provincies,
      );
    });
  }

  it('leave a code that is no province ONBEKEND', () => {
    assert.equal(regioVanProvincie('LD01'), 'ONBEKEND');
  });
});

interface Gemeente {
  code: string;
  naam: string;
  provincie: string;
}

describe('the seeded gemeenten', () => {
  const { gemeenten, peildatum } = leesSeed<{ gemeenten: Gemeente[]; peildatum: string }>('gemeenten.json');

  it('are the 342 of 2026, so many per province', () => {
    assert.equal(peildatum, '2026-01-01');
    assert.equal(new Set(gemeenten.map(({ code }) => code)).size, 342);
    const aantallen = PROVINCIES.map(({ code }) => gemeenten.filter(({ provincie }) => provincie === code).length);
    assert.deepEqual(aantallen, [10, 18, 12, 25, 6, 51, 26, 44, 50, 13, 56, 31]);
  });

  it('have a code of CBS and a name of their own', () => {
    for (const { code } of gemeenten) assert.match(code, /^GM\d{4}$/);
    assert.equal(new Set(gemeenten.map(({ naam }) => naam)).size, gemeenten.length);
  });

  for (const [code, naam, provincie] of [
    ['GM0344', 'Utrecht', 'PV26'],
    ['GM0193', 'Zwolle', 'PV23'],
    ['GM0599', 'Rotterdam', 'PV28'],
  ] as const) {
    it(`${code} is ${naam} in ${provincie}`, () => {
      assert.deepEqual(
        gemeenten.find((gemeente) => gemeente.code === code),
        { code, naam, provincie },
      );
    });
  }
});

describe('the seeded organisaties', () => {
  const { organisaties } = leesSeed<{ organisaties: { id: string; naam: string; type: string }[] }>(
    'organisaties.json',
  );

  it('have an id of their own and a known type', () => {
    assert.equal(new Set(organisaties.map(({ id }) => id)).size, organisaties.length);
    for (const { id, type } of organisaties) {
      assert.match(id, /^[A-Z][A-Z0-9_]*$/);
      assert.ok(isCode('ketenpartnertype', type), `${id}: ${type}`);
    }
  });
});

function leesSeed<T>(bestand: string): T {
  return JSON.parse(readFileSync(new URL(`../../../db/seeds/${bestand}`, import.meta.url), 'utf8')) as T;
}
