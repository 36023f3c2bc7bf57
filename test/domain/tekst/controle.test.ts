import assert from 'node:assert/strict';

import fc from 'fast-check';

import { aantalTekens, schoon } from '#domain/tekst.ts';
import { controleerTekst, zekerIn } from '#domain/tekst/controle.ts';
import { vondstzin } from '#domain/tekst/vondst.ts';
import { keren } from '#test/support/keren.ts';

import { HERKENBAAR_ACHTERAF, NIET_HERKENBAAR_ACHTERAF } from './achterhouden.ts';
import { HERKENBAAR_VERS, NIET_HERKENBAAR_VERS } from './vers.ts';
import { HERKENBAAR, NIET_HERKENBAAR } from './voorbeelden.ts';

describe('the check of free text', () => {
  describe('on examples of our own', () => {
    const gemist = (teksten: typeof HERKENBAAR) =>
      teksten.filter(([tekst, soort]) => !controleerTekst(tekst).some((vondst) => vondst.soort === soort));
    const vals = (teksten: readonly string[]) => teksten.filter((tekst) => controleerTekst(tekst).length > 0);

    it(`finds ≥ 95 % of ${HERKENBAAR.length} that tell who somebody is, and flags ≤ 3 % of ${NIET_HERKENBAAR.length} that do not`, function () {
      const [mis, teVeel] = [gemist(HERKENBAAR), vals(NIET_HERKENBAAR)];
      print(this.test, HERKENBAAR.length - mis.length, HERKENBAAR.length, teVeel.length, NIET_HERKENBAAR.length);
      assert.ok(mis.length <= HERKENBAAR.length * 0.05, `Missed: ${mis.map(([tekst]) => tekst).join('\n')}`);
      assert.ok(teVeel.length <= NIET_HERKENBAAR.length * 0.03, `Flagged: ${teVeel.join('\n')}`);
    });

    it('does so too on examples that were written afterwards', function () {
      const [mis, teVeel] = [gemist(HERKENBAAR_ACHTERAF), vals(NIET_HERKENBAAR_ACHTERAF)];
      const [wel, niet] = [HERKENBAAR_ACHTERAF.length, NIET_HERKENBAAR_ACHTERAF.length];
      print(this.test, wel - mis.length, wel, teVeel.length, niet);
      assert.ok(mis.length <= wel * 0.1, `Missed: ${mis.map(([tekst]) => tekst).join('\n')}`);
      assert.ok(teVeel.length <= niet * 0.1, `Flagged: ${teVeel.join('\n')}`);
    });

    it('does so too on examples by who had not seen the rules, whatever it takes them for', function () {
      const mis = HERKENBAAR_VERS.filter((tekst) => controleerTekst(tekst).length === 0);
      const teVeel = vals(NIET_HERKENBAAR_VERS);
      const [wel, niet] = [HERKENBAAR_VERS.length, NIET_HERKENBAAR_VERS.length];
      print(this.test, wel - mis.length, wel, teVeel.length, niet);
      assert.ok(mis.length <= wel * 0.05, `Missed: ${mis.join('\n')}`);
      assert.ok(teVeel.length <= niet * 0.03, `Flagged: ${teVeel.join('\n')}`);
    });

    it('writes no name, number or address of theirs twice: every example is one of its own', () => {
      const alles = [...HERKENBAAR, ...HERKENBAAR_ACHTERAF].map(([tekst]) => tekst);
      const samen = [
        ...alles,
        ...NIET_HERKENBAAR,
        ...NIET_HERKENBAAR_ACHTERAF,
        ...HERKENBAAR_VERS,
        ...NIET_HERKENBAAR_VERS,
      ];
      assert.equal(new Set(samen).size, samen.length);
    });
  });

  describe('is sure', () => {
    const ZEKER: readonly (readonly [tekst: string, stuk: string])[] = [
      ['Zijn bsn is 123456782.', '123456782'],
      ['Op NL91 ABNA 0417 1643 00 dus.', 'NL91 ABNA 0417 1643 00'],
      ['Bel 06-12345678 maar.', '06-12345678'],
      ['Mail a.bakker@voorbeeld.nl maar.', 'a.bakker@voorbeeld.nl'],
      ['Zij woont op 8911 KL 12 nu.', '8911 KL 12'],
      ['Geboren op 12 maart 2011 in Sneek.', '12 maart 2011'],
      ['Zijn bsn is １２３４５６７８２.', '１２３４５６７８２'],
      ['Bel 06\u201112\u00a0345\u00a0678 maar.', '06\u201112 345 678'],
    ];
    for (const [tekst, stuk] of ZEKER)
      it(`of ${stuk} in “${tekst}”`, () => {
        const [vondst, ...meer] = controleerTekst(tekst);
        assert.deepEqual([vondst?.stuk, vondst?.zeker, meer.length], [stuk, true, 0]);
      });
  });

  it('takes nothing in the id of a thing for a number of somebody', () => {
    for (const id of [
      '07bed92a-ab16-4cdd-ac88-6a79e44f0c0b',
      '06922087-77c2-471a-af0e-009dcba2eb60',
      '6004b3ca-ea2e-4a71-ac91-003664605336',
    ])
      assert.deepEqual(controleerTekst(`In dossier ${id} staat het besluit.`), []);
  });

  describe('doubts', () => {
    const TWIJFEL: readonly (readonly [tekst: string, stuk: string])[] = [
      ['Wij kennen 123456782 niet.', '123456782'],
      ['Op NL91 ABNA 0417 1643 01 dus.', 'NL91 ABNA 0417 1643 01'],
      ['Bel 0512 123456 maar.', '0512 123456'],
      ['Zij woont in 8911 KL nu.', '8911 KL'],
      ['Hij wordt 18 op 14 april 2027.', '14 april 2027'],
      ['Het ligt bij mevrouw Wiersma nu.', 'Wiersma'],
      ['Het gaat om een man (12-03-1981).', '12-03-1981'],
      ['Op 12 maart 1981 begon dit leven.', '12 maart 1981'],
    ];
    for (const [tekst, stuk] of TWIJFEL)
      it(`of ${stuk} in “${tekst}”`, () => {
        const [vondst, ...meer] = controleerTekst(tekst);
        assert.deepEqual([vondst?.stuk, vondst?.zeker, meer.length], [stuk, false, 0]);
      });
  });

  describe('of a date beside a name', () => {
    const datumIn = (tekst: string) =>
      controleerTekst(tekst).flatMap(({ soort, zeker, stuk }) => (soort === 'geboortedatum' ? [[stuk, zeker]] : []));

    for (const dag of ['12-03-1981', '12 maart 1981', '12/3/81', '12.3.1981', '3-11-2014', '3 nov. 2014'])
      it(`doubts ${dag}, before it and after it`, () => {
        assert.deepEqual(datumIn(`Jan de Boer (${dag}) zit thuis.`), [[dag, false]]);
        assert.deepEqual(datumIn(`Jan de Boer, ${dag}, zit thuis.`), [[dag, false]]);
        assert.deepEqual(datumIn(`${dag} Jan de Boer zit thuis.`), [[dag, false]]);
      });

    it('takes the date of a letter, a talk or a decision for what it is, unless it is from before the laws of 2015', () => {
      assert.deepEqual(datumIn('De brief van Jan de Boer (12-03-2026) zegt niets.'), []);
      assert.deepEqual(datumIn('Na het gesprek met Jan de Boer, 12-03-2026, bleef het stil.'), []);
      assert.deepEqual(datumIn('De brief over Jan de Boer (12-03-1981) zegt niets.'), [['12-03-1981', false]]);
    });

    it('takes no digits for a date that no day has', () => {
      assert.deepEqual(datumIn('Jan de Boer (12-34-1981) zit thuis.'), []);
      assert.deepEqual(datumIn('Jan de Boer (45-03-1981) zit thuis.'), []);
    });
  });

  it('tells where it is, in characters as people count them, what it is and what to write instead', () => {
    const [bsn, naam] = controleerTekst('👍 Het bsn is 123456782 van\nmeneer De\nVries.');
    assert.ok(bsn !== undefined);
    assert.deepEqual([bsn.van, bsn.tot, bsn.stuk], [13, 22, '123456782']);
    assert.equal(
      vondstzin(bsn),
      'Haal “123456782” (vanaf teken 14) weg: dit is een burgerservicenummer. Een BSN is hier nooit nodig. Laat het weg.',
    );
    const [geval] = controleerTekst('Volgens meneer De Vries.');
    assert.ok(geval !== undefined);
    assert.equal(
      vondstzin(geval),
      'Hier staat misschien een naam: “De Vries” (vanaf teken 16). Schrijf liever de rol, zoals “de moeder” of “de consulent”. ' +
        'Is niemand eraan te herkennen? Bevestig dan dat het mag blijven staan.',
    );
    assert.equal(naam, undefined);
  });

  it('of where a professional leaves a name and a number looks at what is never needed alone', () => {
    assert.deepEqual(controleerTekst('Mevrouw Postma, 06-12345678', 'contact'), []);
    assert.equal(controleerTekst('Mevrouw Postma, bsn 123456782', 'contact').length, 1);
  });

  it('finds the same in a text whatever invisible characters were in it', () => {
    const ONZICHTBAAR = ['\u200b', '\u00ad', '\u202e', '\u2060', '\ufeff'];
    fc.assert(
      fc.property(
        fc.constantFrom(...HERKENBAAR.map(([tekst]) => tekst)),
        fc.array(fc.tuple(fc.nat(200), fc.constantFrom(...ONZICHTBAAR)), { maxLength: 10 }),
        (tekst, erin) => {
          const vuil = erin.reduce((zo, [plek, teken]) => zo.slice(0, plek) + teken + zo.slice(plek), tekst);
          assert.deepEqual(controleerTekst(schoon(vuil, 'meer_regels')), controleerTekst(schoon(tekst, 'meer_regels')));
        },
      ),
      keren(200),
    );
  });

  it('gives pieces in the order of the text that do not overlap and are in it, whatever the text', () => {
    const stukken = fc.constantFrom(
      'mevrouw ',
      'De ',
      'Vries',
      ' 06',
      '12345678',
      '\n',
      ' bsn ',
      '1',
      '-',
      'é👍',
      ' (14)',
      '@a.nl',
    );
    fc.assert(
      fc.property(fc.array(stukken, { maxLength: 40 }), (delen) => {
        const tekst = schoon(delen.join(''), 'meer_regels');
        let vorige = 0;
        for (const { van, tot } of controleerTekst(tekst)) {
          assert.ok(van >= vorige && tot > van && tot <= aantalTekens(tekst));
          vorige = tot;
        }
      }),
      keren(300),
    );
  });

  it('knows what is sure without looking at names: the same as all that is found, without the doubtful', () => {
    for (const [tekst] of [...HERKENBAAR, ...HERKENBAAR_ACHTERAF]) {
      for (const doel of ['vrij', 'contact', 'zoeken'] as const) {
        const zeker = controleerTekst(tekst, doel).filter((vondst) => vondst.zeker);
        assert.deepEqual(zekerIn(tekst, doel), zeker, tekst);
      }
    }
  });

  it('gets to the end of the longest text, whatever was made to hold up its patterns', () => {
    const stuk = fc.oneof(
      fc.constantFrom(...OPHOUDERS),
      fc.tuple(fc.constantFrom(...OPHOUDERS), fc.constantFrom(...OPHOUDERS)).map((twee) => twee.join('')),
      fc.string({ minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(stuk, fc.constantFrom('', '!', '@', '1', ' x', '\n'), (herhaald, eind) => {
        const heel = herhaald.repeat(LANGE_TEKST).slice(0, LANGE_TEKST - eind.length) + eind;
        for (const { tot } of controleerTekst(schoon(heel, 'meer_regels'))) assert.ok(tot <= LANGE_TEKST);
      }),
      {
        ...keren(150),
        examples: OPHOUDERS.flatMap((een): [string, string][] => [
          [een, ''],
          [een, '!'],
        ]),
      },
    );
  });
});

const LANGE_TEKST = 4000;

/** Pieces that, again and again, almost make what a pattern looks for. */
const OPHOUDERS =
  'a|0|A|1 |12-|06 |0 6|06-(|+31 |NL12|NL12A|tel. 6|bsn |rekening is |zaak is |zaaknummer |a.|a-|a@|a@a.|a at |a [at] b |1111 |1111AA |Aastraat |Aa-|postbus |geboren |geb |1 mei |1-1-|wordt |jarig |kind |moeder |mevrouw |Van |van de |A.|A. |A’|Aa |Jan |JAN |18 jaar |1-1-1981 |Jan 1-1-81 |brief | |.|-|('.split(
    '|',
  );

function print(test: Mocha.Runnable | undefined, gevonden: number, van: number, teVeel: number, vanNiet: number): void {
  if (test !== undefined) test.title += `: ${gevonden}/${van} found, ${teVeel}/${vanNiet} flagged`;
}
