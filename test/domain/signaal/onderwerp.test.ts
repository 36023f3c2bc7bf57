import assert from 'node:assert/strict';

import fc from 'fast-check';

import { ONDERWERP_TEKENS, stelOnderwerpVoor } from '#domain/signaal/onderwerp.ts';
import { aantalTekens, tekstfouten } from '#domain/tekst.ts';
import { keren } from '#test/support/keren.ts';

const REGEL = { vorm: 'een_regel', maximum: ONDERWERP_TEKENS } as const;

describe('the onderwerp that is proposed', () => {
  it('is the first sentence, without its full stop', () => {
    assert.equal(
      stelOnderwerpVoor('De toeslag is stopgezet na de verhuizing. Het gezin heeft bezwaar gemaakt.'),
      'De toeslag is stopgezet na de verhuizing',
    );
    assert.equal(stelOnderwerpVoor('  Niemand neemt de telefoon op!! 3 keer gebeld'), 'Niemand neemt de telefoon op');
  });

  it('is the first line, where one writes in lines', () => {
    assert.equal(stelOnderwerpVoor('\n\nGeen school:\nhij zit al een jaar thuis'), 'Geen school');
  });

  it('does not stop at an abbreviation or a number', () => {
    assert.equal(
      stelOnderwerpVoor('Volgens dhr. Jansen is € 3.500 te veel. Hij betaalt niet.'),
      'Volgens dhr. Jansen is € 3.500 te veel',
    );
    assert.equal(stelOnderwerpVoor('De gem. Utrecht wijst art. 2 af'), 'De gem. Utrecht wijst art. 2 af');
  });

  it('is what a long sentence says first', () => {
    assert.equal(
      stelOnderwerpVoor(
        'De gemeente verwijst voor de begeleiding steeds naar het zorgkantoor en het zorgkantoor verwijst terug.',
      ),
      'De gemeente verwijst voor de begeleiding steeds naar het zorgkantoor',
    );
    assert.equal(
      stelOnderwerpVoor(
        'Na de verhuizing, die in maart was, wil niemand de rolstoel betalen die de school al heeft gekocht',
      ),
      'Na de verhuizing, die in maart was, wil niemand de rolstoel betalen die de…',
    );
  });

  it('does not take "alleen maar" apart', () => {
    assert.equal(
      stelOnderwerpVoor(
        'Er is een plek beloofd, maar de wachtlijst is in een jaar alleen maar langer geworden zegt men',
      ),
      'Er is een plek beloofd, maar de wachtlijst is in een jaar alleen maar langer…',
    );
  });

  it('is cut at a word where the sentence says one thing, and long', () => {
    assert.equal(
      stelOnderwerpVoor('De gemeente verwijst voor de begeleiding van het kind op school steeds naar het zorgkantoor'),
      'De gemeente verwijst voor de begeleiding van het kind op school steeds naar het…',
    );
    assert.equal(stelOnderwerpVoor(`${'a'.repeat(40)} ${'b'.repeat(38)} c`), `${'a'.repeat(40)} ${'b'.repeat(38)}…`);
    assert.equal(stelOnderwerpVoor('x'.repeat(200)), `${'x'.repeat(79)}…`);
  });

  it('is nothing where nothing was told', () => {
    assert.equal(stelOnderwerpVoor(' \n '), '');
    assert.equal(stelOnderwerpVoor('...'), '...');
  });

  it('fits in its field, whatever was told', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (knelpunt) => {
        const onderwerp = stelOnderwerpVoor(knelpunt);
        assert.ok(aantalTekens(onderwerp) <= ONDERWERP_TEKENS);
        if (onderwerp !== '') assert.deepEqual(tekstfouten(onderwerp, REGEL), []);
      }),
      keren(300),
    );
  });
});
