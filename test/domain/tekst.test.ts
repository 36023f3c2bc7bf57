import assert from 'node:assert/strict';

import fc from 'fast-check';

import { aantalTekens, ingekort, isLangerDan, mailadresVan, MAILADRES, schoon, tekstfouten } from '#domain/tekst.ts';

const FAMILIE = '👨‍👩‍👧‍👦';

describe('text as it is kept', () => {
  const GEVALLEN: [naam: string, erin: string, meer: string, een: string][] = [
    ['plain text stays', 'Het loket is dicht.', 'Het loket is dicht.', 'Het loket is dicht.'],
    ['what is around it goes', ' \t\n a \u00a0\u3000\n', 'a', 'a'],
    ['line ends are those of Unix, or a space', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf', 'a b c d e f'],
    ['tabs stay where there is room', 'a\tb', 'a\tb', 'a b'],
    ['a form feed from a PDF ends a line', 'a\fb\vc', 'a\nb\nc', 'a b c'],
    ['controls go', 'a\u0000b\u0007c\u007fd\u009fe', 'abcde', 'abcde'],
    ['half a character becomes a whole one', 'a\ud800b', 'a\ufffdb', 'a\ufffdb'],
    ['accents are one character', 'e\u0301e\u0301n', 'één', 'één'],
    ['marks of direction go', '\u202ejan\u202c \u2066piet\u2069 \u200ea\u200f\u061cb', 'jan piet ab', 'jan piet ab'],
    [
      'zero-width spaces, soft hyphens and byte order marks go',
      'ge\u00admeen\u200bte\ufeff\u2060',
      'gemeente',
      'gemeente',
    ],
    ['joiners and selectors between Latin letters go', 'J\u200dan\u200c \ufe0fA\u{e0101}', 'Jan A', 'Jan A'],
    ['tags that hide text go', 'a\u{e0069}\u{e0067}b', 'ab', 'ab'],
    ['emoji stay whole', `${FAMILIE} ❤️‍🔥 👍🏽 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿`, `${FAMILIE} ❤️‍🔥 👍🏽 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿`, `${FAMILIE} ❤️‍🔥 👍🏽 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿`],
    ['joiners that spell Persian and Hindi stay', 'می‌خواهم क्‍ष', 'می‌خواهم क्‍ष', 'می‌خواهم क्‍ष'],
  ];
  for (const [naam, erin, meer, een] of GEVALLEN) {
    it(naam, () => {
      assert.equal(schoon(erin, 'meer_regels'), meer);
      assert.equal(schoon(erin, 'een_regel'), een);
    });
  }

  it('is empty when nothing in it can be seen', () => {
    const blanco = [
      '',
      ' \n\t',
      '\u200b',
      '\u3164',
      '\u2800\u2800',
      '\u00ad',
      '\u115f\u1160',
      '\uffa0',
      '\u180e',
      '\u2060',
    ];
    for (const tekst of [...blanco, '\u200d\u200d', '\ufe0f\ufe0f', '\u{e0001}\u{e0041}', '\u202e\u202c', '\u034f']) {
      for (const vorm of ['een_regel', 'meer_regels'] as const) {
        assert.equal(schoon(tekst, vorm), '', JSON.stringify(tekst));
        assert.ok(tekstfouten(tekst, { vorm, maximum: 10 }).includes('leeg'), JSON.stringify(tekst));
      }
    }
  });

  it('cleaned once more it is the same, and one line is one line', () => {
    const tekens = fc.constantFrom(
      'a',
      ' ',
      'é',
      '\u0301',
      '\n',
      '\r',
      '\t',
      '\u0000',
      '\u00ad',
      '\u200b',
      '\u200d',
      '\u202e',
      '\ufe0f',
      '\u2028',
      '\u2800',
      '\ud800',
      '😀',
      '🏽',
      'ف',
      '👍',
    );
    fc.assert(
      fc.property(fc.array(tekens, { maxLength: 40 }), (delen) => {
        const tekst = delen.join('');
        for (const vorm of ['een_regel', 'meer_regels'] as const) {
          const eens = schoon(tekst, vorm);
          assert.equal(schoon(eens, vorm), eens);
          assert.deepEqual(
            tekstfouten(eens, { vorm, maximum: 40 }).filter((fout) => fout !== 'leeg'),
            [],
          );
        }
        assert.doesNotMatch(schoon(tekst, 'een_regel'), /[\n\r\t\u2028]/u);
      }),
      { seed: 20270401, numRuns: 2000 },
    );
  });

  it('takes time in proportion to its length, whatever it is made of', () => {
    for (const stuk of ['a.', 'a@', ' ', '\n', '\u200d', '\ufe0f', '\u{1f3f4}\u{e0067}', 'e\u0301', '-']) {
      const lang = `x@${stuk.repeat(200_000)},`;
      assert.deepEqual(tekstfouten(lang, { vorm: 'een_regel', maximum: 4000 }), ['te_lang']);
      assert.equal(mailadresVan(lang), null);
      schoon(lang, 'een_regel');
    }
  });
});

describe('the length of a text', () => {
  it('counts code points: 4,000 emoji are 4,000 characters', () => {
    assert.equal(aantalTekens('😀'.repeat(4000)), 4000);
    assert.equal(isLangerDan('😀'.repeat(4000), 4000), false);
    assert.equal(isLangerDan('😀'.repeat(4001), 4000), true);
  });

  it('counts what is kept, not what is taken away', () => {
    assert.deepEqual(tekstfouten(`${'\u200b'.repeat(50)}${'a'.repeat(10)}`, { vorm: 'een_regel', maximum: 10 }), []);
    assert.deepEqual(tekstfouten(`${'e\u0301'.repeat(10)}`, { vorm: 'een_regel', maximum: 10 }), []);
  });

  it('every fault at once', () => {
    const fouten = tekstfouten(`a\u0000\nb${'c'.repeat(20)}`, { vorm: 'een_regel', maximum: 10 });
    assert.deepEqual(fouten, ['te_lang', 'tekens', 'regeleinde']);
    assert.deepEqual(tekstfouten('a\nb', { vorm: 'meer_regels', maximum: 10 }), []);
    assert.deepEqual(tekstfouten('\ud800 half', { vorm: 'meer_regels', maximum: 10 }), ['tekens']);
  });

  it('cut short it ends at the end of what people see as one character', () => {
    assert.equal(ingekort('kort', 100), 'kort');
    assert.equal(ingekort(`${'a'.repeat(99)}😀b`, 100), `${'a'.repeat(99)}😀`);
    assert.equal(ingekort(`${'a'.repeat(99)}${FAMILIE}b`, 100), 'a'.repeat(99));
    assert.equal(ingekort(`${'a'.repeat(99)} b`, 100), 'a'.repeat(99));
    assert.equal(ingekort('😀'.repeat(300), 100), '😀'.repeat(100));
  });
});

/** Also for the form of a partner and the API, so that all three say the same. */
describe('a mail address', () => {
  const DEEL = 'd'.repeat(MAILADRES.deel);
  for (const adres of [
    'naam@voorbeeld.nl',
    'Naam.Achternaam@Voorbeeld.NL',
    "o'brien+wmo_1@sub.voorbeeld.co",
    `${'a'.repeat(64)}@voorbeeld.nl`,
    `a@${DEEL}.nl`,
  ]) {
    it(`${adres} is one`, () => assert.equal(mailadresVan(adres), adres));
  }

  it('what came along with pasting is left out', () => {
    assert.equal(mailadresVan(' na\u00adam@\u200bvoorbeeld.nl\u202c\n'), 'naam@voorbeeld.nl');
  });

  for (const adres of [
    '',
    'naam',
    'a..b@voorbeeld.nl',
    '.a@voorbeeld.nl',
    'a.@voorbeeld.nl',
    'a@b@voorbeeld.nl',
    'a b@voorbeeld.nl',
    'é@voorbeeld.nl',
    'a@voorbéeld.nl',
    'a@voorbeeld',
    'a@-voorbeeld.nl',
    'a@voorbeeld-.nl',
    'a@voorbeeld..nl',
    'a@voorbeeld.nl.',
    'a@voorbeeld.1',
    'a@[127.0.0.1]',
    '<a@voorbeeld.nl>',
    'a@voorbeeld.nl, b@voorbeeld.nl',
    'a@voorbeeld.nl\nBcc: b@voorbeeld.nl',
    `${'a'.repeat(65)}@voorbeeld.nl`,
    `a@${DEEL}d.nl`,
    `a@${`${DEEL}.`.repeat(4)}nl`,
  ]) {
    it(`${JSON.stringify(adres.slice(0, 40))} is none`, () => assert.equal(mailadresVan(adres), null));
  }
});
