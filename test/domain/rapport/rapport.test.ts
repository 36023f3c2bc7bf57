import assert from 'node:assert/strict';

import { isLeeg, SAMEN, sleutels } from '#domain/rapport/inhoud.ts';
import { bezwaarTegen, RAPPORTDADEN, type Rapportstatus } from '#domain/rapport/loop.ts';
import { clientenOp, noemerInWoorden, perHonderd, telfouten } from '#domain/rapport/noemers.ts';
import {
  dagenVan,
  grenzenVan,
  type Halfjaar,
  isHalfjaar,
  laatstVoorbij,
  maandenVan,
  periodeInWoorden,
} from '#domain/rapport/periode.ts';
import { celInWoorden } from '#domain/rapport/tabel.ts';
import { tabellenVan } from '#domain/rapport/tabellen.ts';
import { inhoudVan, NOEMERS, RAPPORT } from '#test/support/rapportinhoud.ts';

describe('half a year', () => {
  it('is January to June or July to December, in Amsterdam', () => {
    assert.deepEqual(dagenVan('2027-1'), { van: '2027-01-01', totEnMet: '2027-06-30' });
    assert.deepEqual(dagenVan('2027-2'), { van: '2027-07-01', totEnMet: '2027-12-31' });
    assert.deepEqual(grenzenVan('2027-1'), { vanaf: '2026-12-31T23:00:00.000Z', voor: '2027-06-30T22:00:00.000Z' });
    assert.deepEqual(maandenVan('2027-2').slice(-1), ['2027-12']);
    assert.equal(periodeInWoorden('2027-1'), 'de eerste helft van 2027');
    assert.equal(periodeInWoorden('2027-2'), 'de tweede helft van 2027');
    assert.deepEqual(['2027-1', '2027-3', '27-1', '2127-1'].map(isHalfjaar), [true, false, false, false]);
  });

  it('begins at the instant at which the one before ends, so that nothing is in two or in none', () => {
    const perioden = [2026, 2027, 2028].flatMap((jaar): Halfjaar[] => [`${jaar}-1`, `${jaar}-2`]);
    for (const [i, periode] of perioden.slice(1).entries())
      assert.equal(grenzenVan(perioden[i] ?? periode).voor, grenzenVan(periode).vanaf);
  });

  it('was over last, the day after it', () => {
    assert.deepEqual(['2027-06-30', '2027-07-01', '2027-12-31', '2028-01-01'].map(laatstVoorbij), [
      '2026-2',
      '2027-1',
      '2027-1',
      '2027-2',
    ]);
  });
});

describe('what may be done with a report', () => {
  const stand = { auteurs: ['a'], nagekekenDoor: null, isLaatste: true };
  it('follows from its status, and is never for the same person twice', () => {
    const mag = (persoon: string, status: Rapportstatus, nagekekenDoor: string | null = null) =>
      RAPPORTDADEN.filter((daad) => bezwaarTegen(daad, persoon, { ...stand, status, nagekekenDoor }) === null);
    assert.deepEqual(mag('a', 'concept'), ['schrijven', 'hertellen', 'weggooien']);
    assert.deepEqual(mag('b', 'concept'), ['schrijven', 'hertellen', 'nakijken', 'weggooien']);
    assert.deepEqual(mag('b', 'nagekeken', 'b'), ['weggooien']);
    assert.deepEqual(mag('a', 'nagekeken', 'b'), ['vrijgeven', 'weggooien']);
    assert.deepEqual(mag('a', 'definitief', 'b'), ['verbeteren']);
    const oud = { ...stand, status: 'definitief', isLaatste: false } as const;
    assert.equal(bezwaarTegen('verbeteren', 'a', oud), 'Er is al een nieuwere versie.');
  });
});

describe('the denominators of a report', () => {
  it('are those of the last day in or before it', () => {
    assert.deepEqual([...new Set(clientenOp(NOEMERS, '2027-06-30').map(({ peildatum }) => peildatum))], ['2027-01-01']);
    assert.deepEqual(clientenOp(NOEMERS, '2025-06-30'), []);
  });

  it('make a number per hundred, where both are known and there is anybody', () => {
    assert.equal(perHonderd(15, 1248), 1.2);
    assert.deepEqual([perHonderd(null, 100), perHonderd(1, undefined), perHonderd(1, 0)], [null, null, null]);
  });

  it('must come to their total, by group and by region', () => {
    const [alle, nah] = NOEMERS;
    assert.ok(alle && nah);
    assert.deepEqual(telfouten([alle]), []);
    assert.deepEqual(telfouten([{ ...alle, aantal: 500 }, nah]), []);
    assert.equal(telfouten([alle, nah]).length, 1);
    assert.equal(
      noemerInWoorden(nah),
      'Cliënten op vrijdag 1 januari 2027, Niet-aangeboren hersenletsel, heel Nederland',
    );
    // Of a region alone the groups in it are the parts.
    const west = { ...alle, regio: 'WEST' as const };
    assert.equal(telfouten([west, { ...nah, regio: 'WEST' }]).length, 1);
    assert.deepEqual(telfouten([west, { ...nah, regio: 'WEST', aantal: alle.aantal }]), []);
    assert.match(noemerInWoorden(west), /regio West$/);
    assert.match(noemerInWoorden({ ...alle, regio: 'ONBEKEND' }), /regio niet geregistreerd$/);
  });
});

describe('the tables of a report', () => {
  const tabel = (naam: string, inhoud = inhoudVan()) => {
    const gevonden = tabellenVan(inhoud, RAPPORT.teksten?.titels ?? {}).find((een) => een.naam === naam);
    assert.ok(gevonden);
    return gevonden;
  };
  const rij = (naam: string, van: string, inhoud = inhoudVan()) =>
    tabel(naam, inhoud).rijen.find((een) => een.naam === van)?.cellen;

  it('count by group and region with what is not known, hiding what is small and what would tell it', () => {
    assert.deepEqual(tabel('ingediend').koppen.slice(-2), ['Regio niet geregistreerd', 'Samen']);
    assert.equal(rij('ingediend', 'Samen')?.at(-1), 129);
    assert.equal(rij('ingediend', 'Zeer ernstige verstandelijke en meervoudige beperking')?.[0], null);
    assert.equal(rij('ingediend', 'Meer dan één groep')?.at(-1), null, 'it hides the other');
    assert.match(
      tabel('ingediend').zin,
      /^Er zijn 129 signalen ingediend\. Het hoogste getal dat er staat: Niet-aangeboren hersenletsel \(70\)\.$/,
    );
    assert.match(tabel('maanden').zin, /^Het hoogste getal dat er staat: februari 2027 \(55\)\.$/);
  });

  it('hold them against clients, with their day and source', () => {
    assert.deepEqual(rij('per-honderd', 'Samen'), [1200, 129, 10.8]);
    assert.deepEqual(rij('per-honderd', 'Regio niet geregistreerd'), [200, 12, 6]);
    assert.deepEqual(rij('per-honderd', 'Autisme'), [undefined, 0, undefined]);
    assert.match(
      tabel('per-honderd').noot ?? '',
      /op vrijdag 1 januari 2027\. Bron: Telling van januari\. Een signaal over meer dan één groep telt bij geen van de groepen mee/,
    );
    assert.equal(tabel('per-honderd').zin, 'Op elke honderd cliënten zijn er 10,8 signalen.');
    const zonder = { ...inhoudVan(), noemers: [] };
    assert.equal(
      tabel('per-honderd', zonder).zin,
      'Hoeveel cliënten er waren, is niet bekend. Daarom is dit niet uit te rekenen.',
    );
    assert.deepEqual(tabel('per-honderd', zonder).rijen, []);
    assert.match(tabel('ingediend').noot ?? '', /Signalen over Metgezel zelf tellen hier niet mee, bij Cijfers wel\./);
    assert.equal(tabel('per-honderd', zonder).noot, undefined);
    const zonderTotaal = { ...inhoudVan(), noemers: NOEMERS.filter(({ doelgroep }) => doelgroep === 'NAH') };
    assert.equal(
      tabel('per-honderd', zonderTotaal).zin,
      'Hoeveel signalen er zijn op elke honderd cliënten, is niet bekend.',
    );
  });

  it('tell what came of it by level, how long it took, and why it could not be', () => {
    assert.deepEqual(rij('gesloten', 'Landelijk')?.slice(0, 3), [0, 0, 26]);
    assert.equal(tabel('gesloten').zin, 'Er zijn 100 signalen afgesloten. Lokaal opgelost: 30.');
    assert.equal(
      tabel('totale-duur').zin,
      'De helft was klaar: lokaal binnen 13 kalenderdagen, regionaal binnen één kalenderdag en landelijk binnen 80 kalenderdagen.',
    );
    assert.equal(tabel('redenen').zin, 'Er zijn 26 signalen niet op te lossen. Het meest: Er is geen geld voor (15).');
  });

  it('tell how long it took at a level only when ten or more of it may be shown', () => {
    const { dagen } = inhoudVan({
      gesloten: [
        { niveau: 'lokaal', uitkomst: 'opgelost', reden: null, aantal: 9 },
        { niveau: 'regionaal', uitkomst: 'opgelost', reden: null, aantal: 9 },
        { niveau: 'landelijk', uitkomst: 'opgelost', reden: null, aantal: 40 },
      ],
      dagen: { lokaal: 13, regionaal: 13, landelijk: 20.4 },
    });
    assert.deepEqual(dagen, { lokaal: null, regionaal: null, landelijk: 20 });
  });

  it('name patronen with how far they are, and their signalen in tens', () => {
    assert.deepEqual(
      tabel('patronen').rijen.map(({ naam, cellen }) => [naam, cellen[1]]),
      [
        ['@Wachten tussen twee "gemeenten"', '20 of meer'],
        ['P-2027-0002', 'minder dan tien'],
      ],
    );
    assert.equal(tabel('patronen', { ...inhoudVan(), patronen: [] }).zin, 'Er was geen patroon.');
    const een = { ...inhoudVan(), patronen: inhoudVan().patronen.slice(0, 1) };
    assert.equal(tabel('patronen', een).zin, 'Het landelijk team volgde één patroon.');
  });

  it('tell what it came to for families of whom that is known, in tens, and nothing of the others', () => {
    assert.equal(tabel('effecten').zin, 'Van 20 of meer signalen is dit bekend. Over de andere zegt dit niets.');
    assert.deepEqual(
      tabel('effecten').rijen.map(({ naam, cellen }) => [naam, cellen[0]]),
      [
        ['Er is meer rust thuis', '10 of meer'],
        ['10 tot 40 uur per maand', 'minder dan 10'],
      ],
    );
    assert.equal(
      tabel('effecten', inhoudVan({ effecten: [] })).zin,
      'Van geen signaal vertelde de melder wat het scheelde voor het gezin.',
    );
    const { effecten: _toenNietGevraagd, ...oud } = inhoudVan();
    assert.ok(
      tabellenVan(oud, {}).every(({ naam }) => naam !== 'effecten'),
      'a report of before this was asked',
    );
  });

  it('say so when there was nothing, or when all of it is hidden', () => {
    const niets = inhoudVan({ ingediend: [], gesloten: [], dagen: {}, patronen: [] });
    assert.deepEqual([isLeeg(niets), isLeeg(inhoudVan())], [true, false]);
    assert.equal(tabel('ingediend', niets).zin, 'Er zijn geen signalen ingediend.');
    assert.equal(tabel('maanden', niets).zin, 'Van geen maand is een aantal te noemen.');
    assert.equal(tabel('gesloten', niets).zin, 'Er zijn geen signalen afgesloten.');
    assert.equal(tabel('totale-duur', niets).zin, 'Van geen niveau is genoeg afgesloten om er iets over te zeggen.');
    const [een] = [inhoudVan({ ingediend: [{ groep: 'NAH', regio: 'WEST', maand: '2027-01', aantal: 1 }] })];
    assert.equal(tabel('ingediend', een).zin, 'Hoeveel signalen ingediend zijn, is afgeschermd.');
    assert.equal(tabel('per-honderd', een).zin, 'Hoeveel signalen er zijn op elke honderd cliënten, is afgeschermd.');
    const weinig = inhoudVan({
      gesloten: [{ niveau: 'lokaal', uitkomst: 'opgelost', reden: null, aantal: 12 }],
      dagen: { lokaal: 3 },
    });
    assert.deepEqual(weinig.dagen, { lokaal: 3, regionaal: null, landelijk: null });
    assert.deepEqual(
      [celInWoorden(null), celInWoorden(undefined), celInWoorden(1248.5), celInWoorden('20 of meer')],
      ['afgeschermd', 'niet bekend', '1.248,5', '20 of meer'],
    );
  });

  it('of a new version show nothing that the first hid', () => {
    const eerste = inhoudVan();
    const meer = { ingediend: [{ groep: 'ZEVMB', regio: 'WEST', maand: '2027-04', aantal: 30 } as const] };
    const sleutel = sleutels.ingediend('ZEVMB', 'WEST');
    assert.equal(inhoudVan(meer).getallen[sleutel], 30);
    assert.equal(inhoudVan(meer, [eerste]).getallen[sleutel], null);
    assert.equal(eerste.getallen[sleutels.ingediend(SAMEN, SAMEN)], 129);
  });
});
