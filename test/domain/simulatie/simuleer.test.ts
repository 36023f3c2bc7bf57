import assert from 'node:assert/strict';

import fc from 'fast-check';

import { type Termijnbeleid, TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { legeMeting, plus } from '#domain/simulatie/meting.ts';
import type { Leven } from '#domain/simulatie/naspelen.ts';
import { createSimulatie, type Opzet, simuleer } from '#domain/simulatie/simuleer.ts';
import { type Simulatiestand, uitslagVan } from '#domain/simulatie/uitslag.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { hexHash } from '#platform/hash.ts';
import { keren } from '#test/support/keren.ts';
import { leefZomaar } from '#test/support/leven.ts';
import { indiening, om, PERSONEN, Zaak } from '#test/support/zaak.ts';

const { stappen } = TERMIJNBELEID_1;
const MAANDAG = om('2027-06-07');
const PERIODE = { van: '2027-01-01', tot: '2027-12-31' };
const OPGELOST: Opdrachtinhoud = {
  soort: 'uitkomstMelden',
  uitkomst: 'opgelost',
  systeemreden: null,
  terugkoppeling: true,
  tekst: {},
};

const beleid = (anders: Partial<Termijnbeleid['stappen']>): Termijnbeleid => ({
  ...TERMIJNBELEID_1,
  versie: 2,
  stappen: { ...stappen, ...anders },
});
/** Nobody has more than a day to pick it up. */
const SNEL_OPPAKKEN = beleid({ oppakken: { ...stappen.oppakken, n: { normaal: 1, hoog: 1, spoed: 1 } } });
const levenVan = (zaak: Zaak, tot = zaak.nu.laatsteOp): Leven => ({
  id: 'zaak',
  gebeurtenissen: zaak.gebeurtenissen,
  tot,
});
const speel = (levens: readonly Leven[], anders: Partial<Opzet> = {}) =>
  simuleer(levens, {
    kandidaat: SNEL_OPPAKKEN,
    toen: () => TERMIJNBELEID_1,
    periode: PERIODE,
    personen: PERSONEN,
    waarnemingen: [],
    ...anders,
  });

describe('simuleer', () => {
  it('finds no difference between a policy and itself', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 3 }), (zaden) => {
        const levens = zaden.map((zaad) => levenVan(leefZomaar(zaad)));
        const { totaal, weken, regels, onmogelijk, nietUitgespeeld, afwijkend } = speel(levens, {
          kandidaat: { ...TERMIJNBELEID_1, versie: 2 },
        });
        assert.deepEqual(totaal.kandidaat, totaal.toen);
        for (const { kandidaat, toen } of weken) assert.deepEqual(kandidaat, toen);
        assert.ok(regels.every(({ verschil }) => verschil === 0));
        assert.deepEqual([onmogelijk, nietUitgespeeld, afwijkend], [[], 0, 0]);
      }),
      keren(60),
    );
  });

  it('counts of many in parts, in any order, what it counts of each alone', () => {
    const opzet = {
      kandidaat: SNEL_OPPAKKEN,
      toen: () => TERMIJNBELEID_1,
      periode: PERIODE,
      personen: PERSONEN,
      waarnemingen: [],
    };
    const standVan = (levens: readonly Leven[]): Simulatiestand => {
      const simulatie = createSimulatie(opzet);
      for (const leven of levens) simulatie.speel(leven);
      return simulatie.stand();
    };
    let onmogelijk = 0;
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 5 }), fc.nat(), (zaden, waar) => {
        const levens = zaden.map((zaad) => levenVan(leefZomaar(zaad)));
        const samen = speel(levens);
        const deel = waar % levens.length;
        const delen = [levens.slice(deel), levens.slice(0, deel)].map(standVan);
        assert.deepEqual(uitslagVan(delen), samen);
        // As a message between threads carries it.
        assert.deepEqual(uitslagVan(structuredClone(levens.map((leven) => standVan([leven])))), samen);
        onmogelijk += samen.onmogelijk.length;
        const perWeek = samen.weken.reduce((som, { verschil }) => plus(som, verschil), legeMeting());
        assert.deepEqual(perWeek, samen.totaal.verschil, 'every number can be counted again');
      }),
      keren(40),
    );
    assert.ok(onmogelijk > 0);
  });

  it('of forty lives it counts to the last number what it counted before it was made faster', () => {
    const tot = om('2027-12-31');
    const uitslag = speel(Array.from({ length: 40 }, (_, zaad) => levenVan(leefZomaar(zaad), tot)));
    const { kandidaat, toen } = uitslag.totaal;
    assert.deepEqual(
      [kandidaat, toen].map(({ open, teLaat, escalaties }) => [open.landelijk, teLaat, escalaties.landelijk]),
      [
        [1003, 89, { niet_opgepakt: 15, termijn_verstreken: 7 }],
        [997, 89, { niet_opgepakt: 15, termijn_verstreken: 7 }],
      ],
    );
    // Every week, region, rule and refusal. Another rule of the work may change it; another way to work it out may not.
    assert.equal(hexHash(JSON.stringify(uitslag)), 'e5ede9a34f9378f8be4d7b192154597534ac994f0d9824332814961a0206784c');
  });

  it('counts as often as the record holds it, under the policy of then', () => {
    fc.assert(
      fc.property(fc.integer(), (zaad) => {
        const zaak = leefZomaar(zaad);
        const { toen } = speel([levenVan(zaak)]).totaal;
        const vanzelf = zaak.gebeurtenissen.filter((g) => g.soort === 'geescaleerd' && g.automatisch).length;
        const { regionaal, landelijk } = toen.escalaties;
        const geteld = [regionaal, landelijk].reduce((som, e) => som + e.niet_opgepakt + e.termijn_verstreken, 0);
        assert.equal(geteld, vanzelf);
      }),
      keren(60),
    );
  });

  it('per region and week: what was too late, went up by itself, and was said to whom', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    const { weken, signalen } = speel([levenVan(zaak, om('2027-06-21'))]);
    assert.equal(signalen, 1);
    assert.deepEqual(
      weken.map(({ regio, week, kandidaat, toen }) => [
        `${week} ${regio}`,
        kandidaat.teLaat,
        kandidaat.escalaties.landelijk.niet_opgepakt,
        toen.teLaat,
        toen.escalaties.landelijk.niet_opgepakt,
      ]),
      [
        // The candidate: Tuesday is the last day, after Thursday it goes up, and at landelijk Monday is the last day.
        // Then: Thursday is the last day, after Monday it goes up, and at landelijk Friday is the last day.
        ['2027-06-07 OOST', 1, 1, 1, 0],
        ['2027-06-14 OOST', 1, 0, 1, 1],
      ],
    );
  });

  it('per region and week: how many were open at each level when it ended, until they were closed', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    const open = (uitslag: ReturnType<typeof speel>) =>
      uitslag.weken.map(({ regio, week, toen, kandidaat }) => [
        `${week} ${regio}`,
        toen.open.regionaal,
        toen.open.landelijk,
        kandidaat.open.regionaal,
        kandidaat.open.landelijk,
      ]);
    // The candidate sends it up in the first week, then was in the second; the third is not over.
    const leven = levenVan(zaak, om('2027-06-23'));
    assert.deepEqual(open(speel([leven, leven])), [
      ['2027-06-07 OOST', 2, 0, 0, 2],
      ['2027-06-14 OOST', 0, 2, 0, 2],
      ['2027-06-21 OOST', 0, 0, 0, 0],
    ]);
    // A period that ends within a week ends that week, and weeks before it are not counted.
    const kort = { van: '2027-06-16', tot: '2027-06-18' };
    const tot = '2027-06-18T22:00:00.000Z';
    assert.deepEqual(open(speel([levenVan(zaak, tot)], { periode: kort })), [['2027-06-14 OOST', 0, 1, 0, 1]]);
    zaak.doe(om('2027-06-09'), 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(om('2027-06-10'), 'coordinator.oost', OPGELOST);
    const dicht = speel([levenVan(zaak, om('2027-06-30'))], { kandidaat: TERMIJNBELEID_1 });
    assert.equal(dicht.totaal.toen.open.regionaal, 0);
  });

  it('a digest has one line per signaal and reader a day, and none for what was overtaken', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    const stil = levenVan(zaak, om('2027-06-11', 20));
    const { toen } = speel([stil]).totaal;
    // Thursday: the reminder of 09:00; Friday: the level above is told of the end of day 3.
    const { coordinator, landelijk_team } = toen.overzichtsregels;
    assert.deepEqual([toen.herinneringen.coordinator, coordinator, landelijk_team], [1, 1, 1]);
    zaak.doe(om('2027-06-10', 9, 5), 'coordinator.oost', { soort: 'oppakken' });
    const opgepakt = speel([levenVan(zaak, om('2027-06-11', 20))]).totaal.toen;
    assert.deepEqual([opgepakt.herinneringen.coordinator, opgepakt.overzichtsregels.coordinator], [1, 0]);
  });

  it('an act that the other policy leaves no room for is counted and named, and not forced', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.klok(om('2027-06-11'));
    zaak.doe(om('2027-06-11'), 'coordinator.oost', { soort: 'oppakken' });
    zaak.klok(om('2027-06-15'));
    zaak.doe(om('2027-06-15'), 'coordinator.oost', OPGELOST);
    zaak.klok(om('2027-08-01'));
    const uitslag = speel([levenVan(zaak), levenVan(zaak)]);
    assert.deepEqual(uitslag.onmogelijk, [
      { opdracht: 'oppakken', code: 'niet_bevoegd', aantal: 2, signalen: 2 },
      { opdracht: 'uitkomstMelden', code: 'niet_behandelaar', aantal: 2, signalen: 2 },
    ]);
    assert.deepEqual([uitslag.nietUitgespeeld, uitslag.afwijkend], [2, 0], 'played to the act that closed it');
    const deel = createSimulatie({
      kandidaat: SNEL_OPPAKKEN,
      toen: () => TERMIJNBELEID_1,
      periode: PERIODE,
      personen: PERSONEN,
      waarnemingen: [],
    });
    deel.speel(levenVan(zaak));
    assert.deepEqual(uitslagVan([deel.stand(), deel.stand()]), uitslag, 'in two parts it is as many');
    assert.ok(uitslag.weken.filter(({ week }) => week > '2027-06-14').every(({ kandidaat }) => kandidaat.teLaat === 0));
  });

  it('counts only in the period, and plays what led up to it', () => {
    const zaak = Zaak.ingediend(MAANDAG);
    const leven = levenVan(zaak, om('2027-07-31'));
    const alles = speel([leven]);
    assert.equal(alles.totaal.toen.escalaties.regionaal.termijn_verstreken, 1);
    const juli = speel([leven], { periode: { van: '2027-07-08', tot: '2027-07-08' } });
    assert.equal(juli.totaal.toen.escalaties.regionaal.termijn_verstreken, 1);
    assert.equal(
      speel([leven], { periode: { van: '2027-07-09', tot: '2027-07-31' } }).totaal.toen.escalaties.regionaal
        .termijn_verstreken,
      0,
    );
  });

  it('the policy of then is that of each date, and a running step keeps its own', () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    const toen = (datum: string): Termijnbeleid => (datum < '2027-06-08' ? TERMIJNBELEID_1 : SNEL_OPPAKKEN);
    const { weken } = speel([levenVan(zaak, om('2027-06-21'))], { toen });
    assert.deepEqual(
      weken.map(({ toen: { escalaties } }) => escalaties.landelijk.niet_opgepakt),
      [0, 1, 0],
    );
  });

  it('people were then who they were: an account that ended since, a deputy of those days, a behandelaar who left', () => {
    const metWaarnemer = new Zaak();
    metWaarnemer.doe(MAANDAG, 'metgezel', indiening({ wens: 'hulp', motief: 'geen_reactie' }));
    metWaarnemer.doe(MAANDAG, 'coordinator.oost', { soort: 'oppakken' });
    metWaarnemer.doe(om('2027-06-09'), 'waarnemer', OPGELOST);
    const { neemtWaar: _nu, ...waarnemer } = PERSONEN['waarnemer'] as Persoon;
    const personen = {
      ...PERSONEN,
      waarnemer,
      'coordinator.oost': { ...(PERSONEN['coordinator.oost'] as Persoon), actief: false },
    };
    const toen = { waarnemer: 'waarnemer', afwezige: 'coordinator.oost', van: '2027-06-08', tot: '2027-06-10' };
    const kandidaat = TERMIJNBELEID_1;
    const later = { ...toen, van: '2027-09-01', tot: '2027-09-30' };
    assert.equal(
      speel([levenVan(metWaarnemer)], {
        personen,
        waarnemingen: [{ ...later, afwezige: 'wie.weg.is' }, later, toen],
        kandidaat,
      }).afwijkend,
      0,
    );
    assert.equal(speel([levenVan(metWaarnemer)], { personen, waarnemingen: [later], kandidaat }).afwijkend, 1);
    const anders = speel([levenVan(metWaarnemer)], { personen, kandidaat });
    assert.deepEqual([anders.afwijkend, anders.onmogelijk], [1, []], 'also refused by the policy of then');

    const weg = Zaak.opgepakt(MAANDAG);
    weg.kader = { ...weg.kader, personen };
    weg.doe(om('2027-06-10'), DIENST, { soort: 'vrijgeven' });
    weg.klok(om('2027-06-25'));
    const { totaal } = speel([levenVan(weg)], { personen, kandidaat });
    assert.equal(totaal.toen.escalaties.landelijk.niet_opgepakt, 1);
  });
});
