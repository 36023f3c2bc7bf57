import assert from 'node:assert/strict';

import { AFMELDBAAR, isPlicht, PLICHT } from '#domain/post/plicht.ts';
import { BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';

describe('what is duty', () => {
  it('says why, in a sentence, of every kind from which nobody can unsubscribe', () => {
    for (const soort of BERICHTSOORTEN) {
      const plicht = PLICHT[soort];
      if (plicht !== null) assert.match(plicht.omdat, /^[A-Z].*\.$/, soort);
      else assert.ok(AFMELDBAAR.includes(soort));
    }
  });

  it('never lets go of a reminder, of what is put in somebody’s hands, or of silence', () => {
    const vast = BERICHTSOORTEN.filter((soort) =>
      /^herinnering|^aan_u|reactie|nagekomen|opgepakt$|onbestelbaar/.test(soort),
    );
    for (const soort of vast.filter((een) => een !== 'opgepakt')) {
      assert.ok(!AFMELDBAAR.includes(soort), soort);
      assert.ok(isPlicht(soort, 'behandelaar'), soort);
    }
  });

  it('is duty to hear that what somebody worked on lies with another, or is closed', () => {
    for (const soort of ['losgelaten', 'verplaatst', 'samengevoegd', 'vraag_gestopt', 'ingetrokken'] as const)
      assert.ok(isPlicht(soort, 'vorige_behandelaar'), soort);
    for (const soort of ['verplaatst', 'samengevoegd'] as const) {
      assert.ok(AFMELDBAAR.includes(soort), soort);
      assert.deepEqual([isPlicht(soort, 'melder'), isPlicht(soort, 'consulent')], [false, false], soort);
    }
  });

  it('is duty for the behandelaar what is information for the filer', () => {
    assert.equal(isPlicht('antwoord', 'behandelaar'), true);
    assert.equal(isPlicht('antwoord', 'melder'), false);
    assert.equal(isPlicht('heropend', 'melder'), false);
  });
});
