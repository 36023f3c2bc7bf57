import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

import { FOUTCODES } from '#domain/errors.ts';

import { tabel } from './tabel.ts';

const BESTAND = 'docs/opdrachten.md';

describe('docs/opdrachten.md', () => {
  const nu = tabel();

  it('is what the rules say of every opdracht × status × niveau × role (SCHRIJF=1 writes it anew)', () => {
    // oxlint-disable-next-line node/no-process-env -- the one switch of this generator
    if (process.env['SCHRIJF'] === '1') writeFileSync(BESTAND, nu);
    assert.equal(readFileSync(BESTAND, 'utf8'), nu);
  });

  it('every cell is mag, niets or a named refusal, and every opdracht may be done by somebody, somewhere', () => {
    for (const deel of nu.split('\n## ').slice(1)) {
      const [naam, , , , ...rijen] = deel.trim().split('\n');
      const cellen = rijen.flatMap((rij) => rij.split('|').slice(3, -1)).map((tekst) => tekst.trim());
      assert.equal(cellen.length, 15 * 12, naam);
      for (const waarde of cellen)
        assert.ok(
          waarde === 'mag' || waarde === 'niets' || FOUTCODES.some((code) => code === waarde),
          `${naam}: ${waarde}`,
        );
      assert.ok(naam === 'indienen' || cellen.includes('mag'), naam);
    }
  });
});
