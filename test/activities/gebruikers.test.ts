import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { Bestandsfouten } from '#activities/bestanden/csv.ts';
import { accountVan, leesGebruikers } from '#activities/gebruikers/bestand.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import type { Account } from '#domain/accounts.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

const KOP = 'id;naam;email;telefoon;rollen;regios;thuisregio;organisatie;actief';
const PIET: Account = {
  id: 'piet',
  naam: 'Piet',
  email: 'p@voorbeeld.nl',
  telefoon: '06 1',
  rollen: ['metgezel'],
  regios: [],
  thuisregio: null,
  organisatie: null,
  van: null,
  tot: null,
};
const HILDE = 'coordinator.noord;Hilde Postma;coordinator.noord@voorbeeld.nl;06 1234 5611;regiocoordinator;NOORD;;;ja';

describe('npm run gebruikers', () => {
  // Each run is a process of its own, and a busy machine starts those slowly.
  let kamer: Schrijfkamer;
  let dir: string;
  before(async () => {
    kamer = await Schrijfkamer.open();
    dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-gebruikers-'));
  });
  after(async () => {
    await kamer.sluit();
    await rm(dir, { recursive: true });
  });

  async function draai(inhoud: string | Uint8Array, ...opties: string[]): Promise<{ code: number; uit: string }> {
    const bestand = path.join(dir, 'mensen.csv');
    await writeFile(bestand, inhoud);
    const { PATH = '', HOME = '' } = process.env;
    const opdracht = ['--import', 'tsx', 'activities/gebruikers/main.ts', bestand, ...opties];
    const env = { PATH, HOME, DATABASE_URL: kamer.url };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, opdracht, { env });
      return { code: 0, uit: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, uit: stdout + stderr };
    }
  }

  const wie = (id: string) => vindGebruiker(kamer.orm.em.getKysely(), id);

  it('says what would change and changes nothing, until it is told to', async () => {
    const bestand = [
      KOP,
      HILDE.replace('06 1234 5611', '06 1234 5699'),
      'kees;Kees "Noord" Jansen;kees@voorbeeld.nl;06 1;metgezel regiocoordinator;NOORD OOST;NOORD;DEMO_ZORGAANBIEDER;'.replace(
        'Kees "Noord" Jansen',
        '"Kees ""Noord"" Jansen"',
      ),
      'auditor;Dirk Mulder;auditor@voorbeeld.nl;06 1234 5632;auditor;;;;nee',
      '',
    ].join('\r\n');
    const proef = await draai(`\uFEFF${bestand}`);
    assert.equal(proef.code, 0);
    assert.match(proef.uit, /^Nieuw: 1\n {2}kees {2}Kees "Noord" Jansen {2}metgezel regiocoordinator OOST NOORD\n/);
    assert.match(proef.uit, /\nGewijzigd: 2\n/);
    assert.match(proef.uit, / {2}coordinator\.noord\n {4}telefoon: 06 1234 5611 → 06 1234 5699\n/);
    assert.match(proef.uit, / {2}auditor\n {4}actief_tot: leeg → \d{4}-\d\d-\d\d\n/);
    assert.match(proef.uit, /\nNiet in het bestand, en dus niet veranderd: 11\n/);
    assert.match(proef.uit, /Er is nog niets veranderd\. .*--uitvoeren\n$/);
    assert.equal(await wie('kees'), null);

    assert.match((await draai(bestand, '--uitvoeren')).uit, /Dit is uitgevoerd\.\n$/);
    const kees = await wie('kees');
    assert.deepEqual(
      [kees?.naam, kees?.rollen, kees?.regios, kees?.thuisregio, kees?.organisatie, kees?.actief],
      ['Kees "Noord" Jansen', ['metgezel', 'regiocoordinator'], ['OOST', 'NOORD'], 'NOORD', 'DEMO_ZORGAANBIEDER', true],
    );
    assert.equal((await wie('coordinator.noord'))?.telefoon, '06 1234 5699');
    assert.equal((await wie('auditor'))?.actief, false);
    assert.match((await draai(bestand)).uit, /^Nieuw: 0\nGewijzigd: 0\nHetzelfde gebleven: 3\n/);
  });

  it('names every fault with its line, and does nothing', async () => {
    const { code, uit } = await draai(
      [
        KOP,
        'piet;Piet;geen-adres;06 1;metgezel;;;;',
        ';Zonder id;a@voorbeeld.nl;06 1;beheerder ketenpartner;;;;misschien',
        'truus;www.kwaad.example;t@voorbeeld.nl;06 1;regiocoordinator;;ONBEKEND;BESTAAT_NIET;ja',
        'piet;Piet;piet@voorbeeld.nl;06 1;metgezel;NOORD;;;ja',
        'kort;Kort',
      ].join('\n'),
      '--uitvoeren',
    );
    assert.equal(code, 1);
    for (const zin of [
      'Regel 2: geen-adres is geen mailadres.',
      'Regel 3: id ontbreekt.',
      'Regel 3: beheerder kennen wij niet; kies uit metgezel, ',
      'Regel 3: ketenpartner kennen wij niet',
      'Regel 3: actief is "ja" of "nee".',
      'Regel 4: naam mag geen adres',
      'Regel 4: een regiocoordinator heeft minstens één regio.',
      'Regel 4: ONBEKEND kennen wij niet',
      'Regel 4: organisatie BESTAAT_NIET kennen wij niet.',
      'Regel 5: id piet staat ook op regel 2.',
      'Regel 5: regios horen alleen bij een regiocoordinator.',
      'Regel 6: hier staan 2 kolommen, en dat moeten er 9 zijn.',
    ])
      assert.ok(uit.includes(`- ${zin}`), `${zin}\n${uit}`);
    assert.equal(await wie('piet'), null);
  });

  it('says how it is used when it gets two files', async () => {
    assert.match((await draai(KOP, 'nog-een.csv')).uit, /^Gebruik: npm run gebruikers/);
  });
});

describe('a file of accounts', () => {
  it('that cannot be read says so in one sentence', () => {
    for (const [inhoud, zin] of [
      ['id;naam\npiet;Piet', /^De eerste regel mist email, telefoon, /],
      ['', /^De eerste regel mist id, /],
      [KOP, /Er staat geen enkele gebruiker in\.$/],
      [`${KOP}\npiet;"Piet;x`, /^Het bestand is niet te lezen: de aanhalingstekens kloppen niet\.$/],
      [Buffer.from(`${KOP}\npiet;Ren\u00E9`, 'latin1'), /^Het bestand is niet in UTF-8\./],
    ] as const)
      assert.throws(() => leesGebruikers(Buffer.from(inhoud), new Set()), { name: 'StartError', message: zin });
  });

  it('tells of the days on which each account works, or leaves them as they are', () => {
    const dagen = (kop: string, cellen: string, was: { van: string | null; tot: string | null } | null = null) => {
      const bestand = `id;naam;email;telefoon;rollen;regios;thuisregio;organisatie${kop}\npiet;Piet;p@voorbeeld.nl;06 1;metgezel;;;${cellen}`;
      const [piet] = leesGebruikers(Buffer.from(bestand), new Set());
      assert.ok(piet);
      const { van, tot } = accountVan(piet, was === null ? undefined : { ...PIET, ...was }, '2027-06-07');
      return [van, tot];
    };
    const lang = { van: '2020-01-01', tot: '2027-12-31' };
    assert.deepEqual(dagen('', ''), [null, null]);
    assert.deepEqual(dagen('', '', lang), [lang.van, lang.tot], 'no column: as it was');
    assert.deepEqual(dagen(';actief_van;actief_tot', ';2027-07-01;', lang), ['2027-07-01', null]);
    assert.deepEqual(dagen(';actief_tot', ';2027-08-31', lang), [lang.van, '2027-08-31']);
    assert.deepEqual(dagen(';actief', ';ja', lang), [lang.van, lang.tot], 'it works, and goes on until then');
    assert.deepEqual(dagen(';actief', ';nee', lang), [lang.van, '2027-06-06'], 'ended today');
    assert.deepEqual(dagen(';actief', ';nee', { van: null, tot: '2027-01-31' }), [null, '2027-01-31'], 'had ended');
    assert.deepEqual(dagen(';actief', ';ja', { van: null, tot: '2027-01-31' }), [null, null], 'is back');
    assert.deepEqual(dagen(';actief', ';nee', { van: '2027-07-01', tot: null }), ['2027-07-01', '2027-06-30']);
  });

  it('that says two things of the days, or something impossible, is told so', () => {
    const fouten = (cellen: string): readonly string[] => {
      const kop = `${KOP};actief_van;actief_tot`;
      try {
        leesGebruikers(Buffer.from(`${kop}\npiet;Piet;p@voorbeeld.nl;06 1;metgezel;;;;${cellen}`), new Set());
      } catch (error) {
        assert.ok(error instanceof Bestandsfouten);
        return error.fouten;
      }
      return [];
    };
    assert.deepEqual(fouten(';2027-01-01;2027-02-01'), []);
    assert.deepEqual(fouten('ja;;2027-02-01'), ['Regel 2: vul actief of actief_tot in, en niet allebei.']);
    assert.deepEqual(fouten('misschien;1-2-2027;2027-02-30'), [
      'Regel 2: actief_van is geen bestaande datum. Schrijf een datum als 2027-03-25.',
      'Regel 2: actief_tot is geen bestaande datum. Schrijf een datum als 2027-03-25.',
      'Regel 2: actief is "ja" of "nee".',
    ]);
    assert.deepEqual(fouten(';2027-03-01;2027-02-01'), [
      'Regel 2: de laatste dag (actief_tot) komt niet voor de eerste (actief_van).',
    ]);
  });

  it('may have commas between its columns, and those in any order', () => {
    const kop = 'naam,id,actief,organisatie,thuisregio,regios,rollen,telefoon,email';
    const [piet] = leesGebruikers(
      Buffer.from(`${kop}\n"Vries, Piet de",piet,,,,,metgezel,06 1,p@voorbeeld.nl`),
      new Set(),
    );
    assert.deepEqual([piet?.naam, piet?.id, piet?.actief], ['Vries, Piet de', 'piet', true]);
  });
});
