import assert from 'node:assert/strict';

import { codesVan, type Knelpunttype } from '#domain/beleid/codelijsten.ts';
import { genoemdeIn, HOOGSTENS, stelKnelpunttypenVoor, stelWettenVoor } from '#domain/voorstel/voorstel.ts';

import { VERHALEN } from '../../../demo/proefjaar/teksten.ts';
import { VOORSTELTEKSTEN } from './teksten.ts';

const ALLES = codesVan('knelpunttype').flatMap((code) =>
  (VOORSTELTEKSTEN[code] ?? []).map((tekst, plaats) => ({ code, tekst, plaats })),
);

describe('what is proposed from a text', () => {
  for (const [wat, teksten] of [
    ['that the lexicon may have been bettered with', ALLES.filter(({ plaats }) => plaats % 2 === 0)],
    ['that were only counted', ALLES.filter(({ plaats }) => plaats % 2 === 1)],
  ] as const)
    it(`has the kind of knelpunt among the first three in ≥ 80 % of the texts ${wat}`, function () {
      const raak = (hoeveel: number) =>
        teksten.filter(({ code, tekst }) => stelKnelpunttypenVoor(tekst).slice(0, hoeveel).includes(code)).length;
      assert.equal(teksten.length, 100);
      if (this.test !== undefined) this.test.title += `: ${raak(HOOGSTENS)}/100, and first in ${raak(1)}/100`;
      assert.ok(raak(HOOGSTENS) >= 80, `${raak(HOOGSTENS)} of 100`);
    });

  it('has it in ≥ 80 % of the texts of the trial year, which others wrote before there was a lexicon', function () {
    const teksten = Object.entries(VERHALEN).flatMap(([code, { loopt }]) => loopt.map((tekst) => ({ code, tekst })));
    const metType = teksten.filter(({ code }) => code !== 'ANDERS');
    const raak = metType.filter(({ code, tekst }) => stelKnelpunttypenVoor(tekst).some((type) => type === code)).length;
    if (this.test !== undefined) this.test.title += `: ${raak}/${metType.length}`;
    assert.ok(raak >= metType.length * 0.8, `${raak} of ${metType.length}`);
  });

  it('has at most three, no twice, and nothing where no word speaks for anything', () => {
    for (const { tekst } of ALLES) {
      const types = stelKnelpunttypenVoor(tekst);
      assert.ok(types.length <= HOOGSTENS && new Set(types).size === types.length);
    }
    assert.deepEqual(stelKnelpunttypenVoor(''), []);
    assert.deepEqual(stelKnelpunttypenVoor('Xyz.'), []);
  });

  it('never has what the coordinator alone may choose', () => {
    const ooit = new Set(ALLES.flatMap(({ tekst }) => stelKnelpunttypenVoor(tekst)));
    assert.ok(!ooit.has('ANDERS' satisfies Knelpunttype));
  });

  it('has the laws that it names, or that go with what it names', () => {
    assert.equal(stelWettenVoor('Het CIZ weigert de Wlz-indicatie.')[0], 'wlz');
    assert.equal(stelWettenVoor('De leerplichtambtenaar dreigt met een boete.')[0], 'leerplichtwet');
    assert.ok(stelWettenVoor('De Wajong is afgewezen door het UWV.').includes('wajong'));
    assert.deepEqual(stelWettenVoor('Niets hiervan.'), []);
  });

  it('has the organisaties that it names, the longest name first, whatever the capitals and accents', () => {
    const namen = ['CIZ', 'Gemeente Groningen', 'Gemeente Súdwest-Fryslân', 'UWV', 'SVB'].map((naam) => ({ naam }));
    const gevonden = (tekst: string) => genoemdeIn(tekst, namen).map(({ naam }) => naam);
    assert.deepEqual(gevonden('het ciz en de gemeente groningen'), ['Gemeente Groningen', 'CIZ']);
    assert.deepEqual(gevonden('Gemeente Sudwest Fryslan weigert.'), ['Gemeente Súdwest-Fryslân']);
    assert.deepEqual(gevonden('Een precizie.'), []);
  });
});
