import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { createNoemers, type Noemers } from '#activities/rapporten/noemers.ts';
import { leesNoemers, leesNoemerwijzigingen } from '#db/queries/noemers.ts';
import { sql } from '#db/sql.ts';
import { ALLE, type Noemer } from '#domain/rapport/noemers.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

/** The tables of the report of March 2024 ("Stand van zaken uitvoering gespecialiseerde cliëntondersteuning"), typed over from it. */
const RAPPORT = {
  doelgroepen: {
    ASS_LLB: [103, 12, 115],
    LVB_PLUS: [89, 8, 97],
    NAASTEN: [192, 40, 232],
    NAH: [423, 42, 465],
    ZEVMB: [316, 23, 339],
    ALLE: [1123, 125, 1248],
  },
  regios: { WEST: 309, OOST: 295, ZUID: 174, MIDDEN: 136, NOORD: 122, ONBEKEND: 212, ALLE: 1248 },
  ondersteuners: { ZEVMB: 32, NAH: 30, LVB_PLUS: 18, NAASTEN: 43, ASS_LLB: 69, ALLE: 192 },
};
const BESTAND = readFileSync('db/seeds/noemers-2024-03.csv');
const KOP = 'soort;peildatum;doelgroep;regio;aantal;bron';

describe('the numbers of clients', () => {
  let kamer: Schrijfkamer;
  let noemers: Noemers;
  beforeEach(async () => {
    kamer = await Schrijfkamer.open();
    noemers = createNoemers(kamer.database);
  });
  afterEach(() => kamer.sluit());

  const leesIn = (tekst: string | Buffer, uitvoeren = true) =>
    noemers.leesIn(Buffer.from(tekst), { uitvoeren, wie: 'beheer' });
  const alles = (): Promise<Noemer[]> => leesNoemers(kamer.database.voor({ rol: 'lezer', persoon: 'beheer' }));

  it('are those of the report of March 2024 to the number, with the region that is not known', async () => {
    await leesIn(BESTAND);
    const gelezen = await alles();
    const van = (soort: Noemer['soort'], peildatum: string, doelgroep: string, regio: string): number => {
      const noemer = gelezen.find(
        (een) =>
          een.soort === soort && een.peildatum === peildatum && een.doelgroep === doelgroep && een.regio === regio,
      );
      assert.ok(noemer, `${soort} ${doelgroep} ${regio}`);
      assert.match(noemer.bron, /maart 2024/);
      return noemer.aantal;
    };
    for (const [groep, [eind2023 = 0, erbij = 0, totaal = 0]] of Object.entries(RAPPORT.doelgroepen)) {
      const [was, werd] = [van('clienten', '2024-01-01', groep, ALLE), van('clienten', '2024-02-29', groep, ALLE)];
      assert.deepEqual([was, werd - was, werd], [eind2023, erbij, totaal], groep);
    }
    for (const [regio, aantal] of Object.entries(RAPPORT.regios))
      assert.equal(van('clienten', '2024-02-29', ALLE, regio), aantal, regio);
    for (const [groep, aantal] of Object.entries(RAPPORT.ondersteuners))
      assert.equal(van('ondersteuners', '2024-01-01', groep, ALLE), aantal, groep);
    assert.equal(gelezen.length, 24, 'and nothing that is not in it');
  });

  it('can be looked at before they are taken over, and are taken over once', async () => {
    const vooraf = await leesIn(BESTAND, false);
    assert.equal(vooraf.nieuw.length, 24);
    assert.deepEqual(await alles(), []);
    assert.deepEqual(await leesIn(BESTAND), vooraf);
    assert.deepEqual(await leesIn(BESTAND), { nieuw: [], gewijzigd: [], gelijk: 24 });
  });

  it('leave a line with each change: who, from what to what, and where it is written', async () => {
    await leesIn(`${KOP}\nclienten;2027-01-01;NAH;ALLE;400;Telling van januari`);
    await leesIn(`${KOP}\nclienten;2027-01-01;NAH;ALLE;410;Telling van januari, verbeterd`);
    const lezer = kamer.database.voor({ rol: 'lezer', persoon: 'landelijk' });
    const wijzigingen = await leesNoemerwijzigingen(lezer, 10);
    assert.deepEqual(
      wijzigingen.map(({ voor, na, bron }) => [voor, na, bron]),
      [
        [400, 410, 'Telling van januari, verbeterd'],
        [null, 400, 'Telling van januari'],
      ],
    );
    await assert.rejects(kamer.sql(sql`update noemerwijziging set na = 1`), /append-only/);
    await assert.rejects(kamer.sql(sql`delete from noemerwijziging`), /append-only/);
    const regels = await kamer.sql(
      sql`select from logregel where operatie = 'noemers_ingelezen' and persoon = 'beheer'`,
    );
    assert.equal(regels.length, 2);
  });

  it('are refused with everything that is wrong at once, and then nothing is taken over', async () => {
    const fouten = await geweigerd(
      [
        KOP,
        'clienten;2027-02-30;NAH;ALLE;400;bron',
        'klanten;2027-01-01;LVB;NERGENS;1.000;',
        'clienten;2027-01-01;NAH;ALLE;400;bron',
        'clienten;2027-01-01;NAH;ALLE;401;bron',
      ].join('\n'),
    );
    assert.deepEqual(fouten, [
      'Regel 2: peildatum is geen bestaande datum. Schrijf een datum als 2027-03-25.',
      'Regel 3: soort “klanten” kennen wij niet; kies uit clienten, ondersteuners.',
      'Regel 3: doelgroep “LVB” kennen wij niet; kies uit ZEVMB, NAH, LVB_PLUS, NAASTEN, ASS, ASS_LLB, GEEN_VAN_DEZE, ALLE.',
      'Regel 3: regio “NERGENS” kennen wij niet; kies uit WEST, OOST, ZUID, MIDDEN, NOORD, ONBEKEND, ALLE.',
      'Regel 3: bron ontbreekt: waar staat dit getal?',
      'Regel 3: aantal is een heel getal van 0 tot en met 1000000, zonder punten.',
      'Regel 5: dit getal staat ook op regel 4.',
    ]);
    assert.deepEqual(await alles(), []);
  });

  it('are refused where the parts do not come to their total, also when that was there already', async () => {
    await leesIn(BESTAND);
    assert.deepEqual(await geweigerd(`${KOP}\nclienten;2024-02-29;ALLE;WEST;310;bron`), [
      'Cliënten op donderdag 29 februari 2024, alle groepen, heel Nederland: het totaal is 1248, en de delen ervan zijn samen 1249.',
    ]);
  });

  it('are seen by who makes reports, keeps them or reads figures, and who counted them not by the last; by nobody else', async () => {
    await leesIn(BESTAND);
    for (const [persoon, aantal, wijzigingen] of [
      ['landelijk', 24, 24],
      ['programmaleiding', 24, 24],
      ['beheer', 24, 24],
      ['coordinator.noord', 24, 0],
      ['metgezel.noord', 0, 0],
      ['auditor', 0, 0],
    ] as const) {
      const lezer = kamer.database.voor({ rol: 'lezer', persoon });
      assert.equal((await leesNoemers(lezer)).length, aantal, persoon);
      assert.equal((await leesNoemerwijzigingen(lezer, 100)).length, wijzigingen, persoon);
    }
  });

  async function geweigerd(tekst: string): Promise<readonly string[]> {
    const { fouten } = (await leesIn(tekst).catch((error: unknown) => error)) as { fouten: readonly string[] };
    return fouten;
  }
});
