import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { createZegelmap } from '#activities/audit/zegelmap.ts';
import { zinnenBij } from '#domain/audit/bevindingzinnen.ts';
import { BEVINDINGSOORTEN } from '#domain/audit/controle.ts';
import { newKeyPair, readSigner } from '#platform/signing.ts';
import { Zegelkamer } from '#test/support/zegelkamer.ts';

describe('the check of the log, against whoever may do everything in PostgreSQL', () => {
  let kamer: Zegelkamer;
  /** Thirty lines under three seals. */
  beforeEach(async () => {
    kamer = await Zegelkamer.open();
    for (let i = 0; i < 3; i += 1) {
      await kamer.schrijf(10);
      await kamer.verzegel();
    }
  });
  afterEach(() => kamer.sluit());

  it('finds nothing where nobody touched it', async () => assert.deepEqual(await kamer.bevindingen(), []));

  for (const veld of [
    'persoon = null',
    `op = op - interval '1 day'`,
    `afloop = 'geweigerd'`,
    `rollen = '{}'`,
    `bijzonderheden = '{}'`,
  ])
    it(`finds a line that was changed: ${veld}`, async () => {
      await kamer.knoei(`update logregel set ${veld} where nr = 15`);
      assert.deepEqual(await kamer.bevindingen(), ['regels_anders 2 11-20']);
    });

  it('finds a line that was deleted', async () => {
    await kamer.knoei('delete from logregel where nr = 15');
    assert.deepEqual(await kamer.bevindingen(), ['regels_weg 2 11-20']);
  });

  it('finds a line that was put in between', async () => {
    await kamer.knoei(
      'delete from logregel where nr = 12',
      `insert into logregel (nr, verrichting, operatie, afloop, ingang, spoor) overriding system value values
         (12, 'anders', 'verzonnen', 'gelukt', 'api', ''), (-1, 'anders', 'verzonnen', 'gelukt', 'api', '')`,
    );
    assert.deepEqual(await kamer.bevindingen(), ['regels_erbij 1 1-10', 'regels_anders 2 11-20']);
  });

  it('finds two lines that changed places', async () => {
    await kamer.knoei(
      'create temporary table anders as select * from logregel where nr in (14, 16)',
      'delete from logregel where nr in (14, 16)',
      `insert into logregel overriding system value
         select (jsonb_populate_record(null::logregel, to_jsonb(a) || jsonb_build_object('nr', 30 - a.nr))).* from anders a`,
    );
    assert.deepEqual(await kamer.bevindingen(), ['regels_anders 2 11-20']);
  });

  it('finds a tail that was cut off, with its seal', async () => {
    await kamer.knoei('delete from logregel where nr > 20', 'delete from logzegel where nummer = 3');
    assert.deepEqual(await kamer.bevindingen(), ['zegel_weg 3 null-30']);
    await kamer.schrijf(1);
    await kamer.verzegel();
    assert.deepEqual(await kamer.bevindingen(), ['zegel_weg 3 null-30']);
  });

  it('finds a chain that was made anew over other lines, with a key of somebody else', async () => {
    await kamer.knoei('update logregel set persoon = null where nr = 15', 'delete from logzegel where nummer > 1');
    await herzegel();
    assert.deepEqual(await kamer.bevindingen(), [
      'handtekening_onjuist 2 11-30',
      'zegel_weg 2 null-20',
      'zegel_weg 3 null-30',
    ]);
  });

  it('finds it also when the folder outside was made anew with it', async () => {
    await rm(path.join(kamer.dir, 'zegels'), { recursive: true });
    await kamer.knoei('update logregel set persoon = null where nr = 15', 'delete from logzegel');
    await herzegel();
    assert.deepEqual(await kamer.bevindingen(), ['handtekening_onjuist 1 1-30']);
  });

  /** Whoever has the database seals with a key of their own. */
  async function herzegel(): Promise<void> {
    const file = path.join(kamer.dir, 'vreemd.pem');
    await writeFile(file, newKeyPair().privateKey, { mode: 0o600 });
    const ondertekenaar = await readSigner(file, 'X');
    await kamer.verzegel({ ondertekenaar, zegelmap: createZegelmap(path.join(kamer.dir, 'elders')) });
  }

  it('checks from a day on with the end of the chain before it', async () => {
    await kamer.knoei(
      `update logregel set persoon = null where nr = 5`,
      `update logzegel set dag = dag - 1 where nummer = 1`,
    );
    const vandaag = (await kamer.zegelmap.dagen()).at(-1) ?? '';
    const { regels, zegels } = await kamer.controleer(vandaag);
    assert.deepEqual([regels, zegels], [20, 2]);
  });

  it('reads one line after the other, however many there are', async () => {
    await kamer.schrijf(20_000);
    await kamer.verzegel();
    const begin = performance.now();
    assert.deepEqual(await kamer.controleer(), {
      regels: 20_030,
      zegels: 4,
      onverzegeld: 0,
      opgeruimdTotEnMet: null,
      bevindingen: [],
    });
    const perSeconde = Math.round(20_030 / ((performance.now() - begin) / 1000));
    process.stdout.write(`      ${perSeconde} lines per second\n`);
  });

  it('has a sentence for everything that it can find', () => {
    for (const soort of BEVINDINGSOORTEN) {
      const { waar, wat, doe } = zinnenBij({ soort, zegel: 2, van: 11, tot: 20, op: '2026-11-27T10:00:00.000Z' });
      assert.equal(waar, 'vrijdag 27 november 2026, zegel 2, regel 11 tot en met 20');
      assert.match(wat, /^[A-Z].+\.$/);
      assert.match(doe, /^[A-Z].+\.$/);
    }
  });

  describe('npm run audit:verify', () => {
    function draai(...opties: string[]) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'activities/audit/main.ts', ...opties],
        { encoding: 'utf8', env: { PATH: process.env['PATH'], DATA_DIR: kamer.dir, DATABASE_URL: kamer.url } },
      );
      return { status, stdout, stderr };
    }

    it('says that the log is whole, and ends with 0', () => {
      const { status, stdout } = draai();
      assert.equal(stdout.split('\n')[0], 'Gecontroleerd: 30 regels, 3 zegels. Nog niet verzegeld: 0 regels.');
      assert.match(stdout, /^Het logboek klopt:/m);
      assert.equal(status, 0);
    });

    it('says what is wrong, on which day and between which lines, and what to do, and ends with 2', async () => {
      await kamer.knoei('delete from logregel where nr = 15');
      const { status, stdout } = draai();
      assert.match(stdout, /^Het logboek klopt niet. Gevonden: 1\.$/m);
      assert.match(stdout, /^- \w+ \d+ \w+ \d{4}, zegel 2, regel 11 tot en met 20: Er zijn regels verwijderd\.$/m);
      assert.match(stdout, /^ {2}Wat u doet: Verander niets\./m);
      assert.equal(status, 2);
    });

    it('says that it could not check, and ends with 1', async () => {
      assert.match(draai('--vanaf', 'gisteren').stderr, /^Gebruik: npm run audit:verify/);
      await rm(path.join(kamer.dir, 'zegels'), { recursive: true });
      await writeFile(path.join(kamer.dir, 'zegels'), '');
      assert.match(draai().stderr, /zegels: een deel van dit pad is geen map; kijk de instelling na\.\n$/);
      await rm(path.join(kamer.dir, 'zegel'), { recursive: true });
      const { status, stderr } = draai();
      assert.match(stderr, /^ZEGEL_PUBLIC_KEY_FILE: het bestand .* is niet te lezen/);
      assert.equal(status, 1);
    });
  });
});
