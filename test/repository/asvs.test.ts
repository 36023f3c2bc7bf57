import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

/** How many requirements of level 1 and 2 each chapter of ASVS 5.0.0 has, from V1 to V17. */
const PER_HOOFDSTUK = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];
const STANDEN = ['met', 'partly', 'not met', 'n/a'];
/** What says nothing is not said. */
const KORTSTE_REDEN = 4;

interface Rij {
  nr: string;
  niveau: string;
  stand: string;
  hoe: string;
  tests: readonly string[];
}

describe('docs/asvs.md', () => {
  const tekst = readFileSync('docs/asvs.md', 'utf8');
  const rijen = rijenIn(tekst);

  it('has every requirement of level 1 and 2 once', () => {
    const nummers = rijen.map(({ nr }) => nr);
    assert.equal(new Set(nummers).size, nummers.length);
    const geteld = PER_HOOFDSTUK.map((_, i) => nummers.filter((nr) => nr.startsWith(`${i + 1}.`)).length);
    assert.deepEqual(geteld, PER_HOOFDSTUK);
    assert.ok(rijen.every(({ niveau }) => niveau === '1' || niveau === '2'));
  });

  it('says of each how it is met, or why not', () =>
    assert.deepEqual(
      rijen.filter(({ stand, hoe }) => !STANDEN.includes(stand) || hoe.length < KORTSTE_REDEN),
      [],
    ));

  it('names for what is met, also in part, a test that exists', () => assert.deepEqual(fouten(rijen), []));

  it('counts itself right', () => {
    const aantal = (stand: string): number => rijen.filter((rij) => rij.stand === stand).length;
    assert.match(
      tekst,
      new RegExp(
        `^Met ${aantal('met')}, partly ${aantal('partly')}, not met ${aantal('not met')}, not applicable ${aantal('n/a')}, of ${rijen.length}\\.$`,
        'm',
      ),
    );
  });

  it('would be refused with a test that does not exist, or none', () => {
    const rij: Rij = { nr: '1.1.1', niveau: '2', stand: 'met', hoe: 'Somehow', tests: [] };
    assert.deepEqual(fouten([rij, { ...rij, tests: ['test/weg.test.ts'] }]), [
      '1.1.1 names none',
      '1.1.1 test/weg.test.ts',
    ]);
    assert.deepEqual(fouten([{ ...rij, stand: 'not met' }]), []);
  });
});

function rijenIn(tekst: string): Rij[] {
  return Array.from(tekst.matchAll(/^\| (\d+\.\d+\.\d+) .*$/gm), ([regel]) => {
    const [nr = '', niveau = '', _wat, stand = '', hoe = '', tests = ''] = regel
      .split('|')
      .slice(1, -1)
      .map((cel) => cel.trim());
    return { nr, niveau, stand, hoe, tests: Array.from(tests.matchAll(/`([^`]+)`/g), ([, test = '']) => test) };
  });
}

function fouten(rijen: readonly Rij[]): string[] {
  return rijen.flatMap(({ nr, stand, tests }) => [
    ...(tests.length === 0 && (stand === 'met' || stand === 'partly') ? [`${nr} names none`] : []),
    ...tests.filter((test) => !existsSync(test)).map((test) => `${nr} ${test}`),
  ]);
}
