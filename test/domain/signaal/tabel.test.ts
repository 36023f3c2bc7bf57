import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

import { FOUTCODES } from '#domain/errors.ts';

import { tabel } from './tabel.ts';

/** What somebody hears who has nothing to do with the signaal, and the columns of those. */
const OM_WIE = ['niet_bevoegd', 'niet_behandelaar', 'belangenconflict'];
const BUITEN = ['andere metgezel', 'coördinator elders', 'beheer', 'auditor', 'belang bij organisatie'];

const BESTAND = 'docs/opdrachten.md';

/** These are about a signaal that is not in the table: one that does not exist yet, and a duplicate that was merged. */
const NERGENS = ['indienen', 'antwoordDoorgeven'];

describe('docs/opdrachten.md', () => {
  const nu = tabel();

  it('is what the rules say of every opdracht × status × niveau × role (SCHRIJF=1 writes it anew)', () => {
    // oxlint-disable-next-line node/no-process-env -- the one switch of this generator
    if (process.env['SCHRIJF'] === '1') writeFileSync(BESTAND, nu);
    assert.equal(readFileSync(BESTAND, 'utf8'), nu);
  });

  it('of every opdracht an outsider hears that it is for others, whatever the status', () => {
    for (const deel of nu.split('\n## ').slice(2)) {
      const [naam, , kop = '', , ...rijen] = deel.trim().split('\n');
      const kolommen = kop.split('|').map((tekst) => tekst.trim());
      for (const rij of rijen) {
        const cellen = rij.split('|').map((tekst) => tekst.trim());
        for (const buiten of BUITEN) {
          const waarde = cellen[kolommen.indexOf(buiten)] ?? '';
          assert.ok(OM_WIE.includes(waarde), `${naam} ${cellen[1]} ${cellen[2]} ${buiten}: ${waarde}`);
        }
      }
    }
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
      assert.ok(NERGENS.includes(naam ?? '') || cellen.includes('mag'), naam);
    }
  });
});
