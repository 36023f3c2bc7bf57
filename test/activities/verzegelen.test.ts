import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import path from 'node:path';

import { Client } from 'pg';

import { waaromNietVerzegeld } from '#activities/audit/bewaken.ts';
import { createWisjournaal } from '#activities/wissen/journaal.ts';
import { alsTijdstip, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { StartError } from '#platform/start-error.ts';
import { superuserUrl } from '#test/support/postgres.ts';
import { Zegelkamer } from '#test/support/zegelkamer.ts';

describe('the sealing of the log', () => {
  let kamer: Zegelkamer;
  beforeEach(async () => (kamer = await Zegelkamer.open()));
  afterEach(() => kamer.sluit());

  const buiten = async () => (await kamer.zegelmap.lees('2000-01-01', '2999-12-31')).zegels;

  it('seals the lines that no seal is about yet, and then has nothing to do', async () => {
    await kamer.schrijf(3);
    const eerste = await kamer.verzegel();
    assert.deepEqual([eerste?.nummer, eerste?.tot, eerste?.aantal], [1, 3, 3]);
    assert.equal(await kamer.verzegel(), null);
    await kamer.schrijf(2);
    const tweede = await kamer.verzegel();
    assert.deepEqual([tweede?.nummer, tweede?.tot, tweede?.aantal], [2, 5, 2]);
    assert.deepEqual(await kamer.controleer(), {
      regels: 5,
      zegels: 2,
      onverzegeld: 0,
      opgeruimdTotEnMet: null,
      bevindingen: [],
    });
  });

  it('writes each seal outside the database too, in a file of its day', async () => {
    await kamer.schrijf(1);
    const zegel = await kamer.verzegel();
    assert.ok(zegel !== null);
    const tekst = await readFile(path.join(kamer.dir, 'zegels', `${zegel.dag}.jsonl`), 'utf8');
    assert.deepEqual(JSON.parse(tekst), zegel);
    assert.deepEqual((await kamer.zegelmap.lees(zegel.dag, zegel.dag)).zegels, [zegel]);
  });

  it('writes outside later what it could not then, and after a line that was cut off halfway', async () => {
    await kamer.schrijf(1);
    const eerste = await kamer.verzegel();
    const map = path.join(kamer.dir, 'zegels');
    await rm(map, { recursive: true });
    await kamer.schrijf(1);
    await kamer.verzegel();
    assert.equal((await buiten()).length, 2);
    await appendFile(path.join(map, `${eerste?.dag}.jsonl`), '{"nummer":3,"da');
    await kamer.schrijf(1);
    await kamer.verzegel();
    assert.deepEqual(
      (await buiten()).map(({ nummer }) => nummer),
      [1, 2, 3],
    );
  });

  it('goes on with the day of the seal before it when the clock was put back over midnight: it stands outside, and nothing is found wrong', async () => {
    await kamer.schrijf(1);
    const morgen = plusDagen(datumVan(new Date().toISOString()), 1);
    const vooruit = await kamer.verzegelOp(morgen);
    await kamer.schrijf(1);
    const terug = await kamer.verzegel();
    assert.deepEqual([terug?.nummer, terug?.dag, terug?.op], [2, morgen, vooruit.op]);
    assert.deepEqual(
      (await buiten()).map(({ nummer }) => nummer),
      [1, 2],
    );
    assert.deepEqual(await kamer.bevindingen(), []);
  });

  it('waits for whoever has a lower number and did not end yet, so that no line comes below a seal', async () => {
    const traag = new Client({ connectionString: await superuserUrl(kamer.url) });
    await traag.connect();
    try {
      await traag.query(`begin;
        insert into logregel (verrichting, operatie, afloop, ingang, spoor) values ('anders', 'traag', 'gelukt', 'api', '')`);
      await kamer.schrijf(1);
      let keren = 0;
      const pauze = async (): Promise<void> => {
        keren += 1;
        // Who comes meanwhile is not waited for.
        await kamer.beheerder.query('begin');
        await kamer.schrijf(1);
        if (keren === 3) await traag.query('commit');
        await kamer.beheerder.query('commit');
      };
      const zegel = await kamer.verzegel({ pauze });
      assert.deepEqual([keren, zegel?.tot, zegel?.aantal], [3, 2, 2]);
      assert.deepEqual((await kamer.controleer()).bevindingen, []);
    } finally {
      await traag.end();
    }
  });

  it('says so when somebody does not end, and seals nothing', async () => {
    const traag = new Client({ connectionString: await superuserUrl(kamer.url) });
    await traag.connect();
    try {
      await traag.query(`begin;
        insert into logregel (verrichting, operatie, afloop, ingang, spoor) values ('anders', 'traag', 'gelukt', 'api', '')`);
      await kamer.schrijf(1);
      await assert.rejects(
        kamer.verzegel({ pauze: () => Promise.resolve() }),
        /1 transactions that write lines do not end/,
      );
    } finally {
      await traag.end();
    }
    assert.equal((await kamer.verzegel())?.aantal, 1);
  });

  describe('is told to functioneel beheer when it does not come about', () => {
    const journaal = () => createWisjournaal(path.join(kamer.dir, 'zegels'), null);
    const waarom = () =>
      waaromNietVerzegeld({ database: kamer.context.database, zegelmap: kamer.zegelmap }, journaal().lees);
    /** As if all of it was written and sealed so many minutes ago. */
    const verzegeldOm = async (minuten: number): Promise<string> => {
      await kamer.schrijf(1);
      const dag = datumVan(new Date(Date.now() - minuten * 60_000).toISOString());
      const { dag: _dag, ...zegel } = await kamer.verzegelOp(dag);
      await rm(bestand(dag), { recursive: true, force: true });
      const op = alsTijdstip(Date.now() - minuten * 60_000);
      await kamer.knoei(`update logzegel set op = '${op}' where nummer = ${zegel.nummer}`);
      await kamer.zegelmap.vulAan([{ ...zegel, dag, op }]);
      return dag;
    };
    const bestand = (dag: string): string => path.join(kamer.dir, 'zegels', `${dag}.jsonl`);

    it('and not where all is well, or there is nothing to seal', async () => {
      assert.equal(await waarom(), null);
      await verzegeldOm(11);
      assert.equal(await waarom(), null);
    });

    it('because lines are not sealed for ten minutes', async () => {
      await kamer.schrijf(2);
      await kamer.knoei(`update logregel set op = op - interval '9 minutes'`);
      assert.equal(await waarom(), null);
      await kamer.knoei(`update logregel set op = op - interval '2 minutes'`);
      assert.match((await waarom()) ?? '', /^De oudste regel zonder zegel is van \w+ \d+ \w+ \d{4}\.$/);
    });

    it('because a seal does not stand outside after ten minutes, or its file cannot be read', async () => {
      const dag = await verzegeldOm(9);
      await rm(bestand(dag));
      assert.equal(await waarom(), null);
      const eerder = await verzegeldOm(11);
      await rm(bestand(eerder));
      assert.match((await waarom()) ?? '', /^Zegel 2 staat niet in het bestand van .+ in de map met zegels\.$/);
      await mkdir(bestand(eerder));
      assert.match((await waarom()) ?? '', /^De worker kan het bestand van .+ in de map met zegels niet lezen\.$/);
    });

    it('because what was erased cannot be read there', async () => {
      await mkdir(path.join(kamer.dir, 'zegels', 'gewist.jsonl'), { recursive: true });
      assert.match((await waarom()) ?? '', /gewist\.jsonl: er staat een map op die plaats; haal die weg/);
    });
  });

  for (const [wat, plaats] of [
    ['a directory', (bestand: string) => mkdir(bestand, { recursive: true })],
    ['a link', (bestand: string) => symlink('/dev/null', bestand)],
  ] as const)
    it(`says that ${wat} stands in the place of its file, seals on, and writes it all once that is gone`, async () => {
      const map = path.join(kamer.dir, 'zegels');
      await mkdir(map);
      const bestand = path.join(map, `${datumVan(new Date().toISOString())}.jsonl`);
      await plaats(bestand);
      await kamer.schrijf(1);
      await assert.rejects(kamer.verzegel(), StartError);
      await kamer.schrijf(1);
      await assert.rejects(kamer.verzegel(), StartError);
      assert.deepEqual((await kamer.controleer()).zegels, 2);
      await rm(bestand, { recursive: true });
      await kamer.verzegel();
      assert.equal((await buiten()).length, 2);
      assert.deepEqual(await kamer.bevindingen(), []);
    });

  it('is done by one process at a time', async () => {
    await kamer.schrijf(4);
    const zegels = await Promise.all([kamer.verzegel(), kamer.verzegel(), kamer.verzegel()]);
    assert.equal(zegels.filter((zegel) => zegel !== null).length, 1);
    assert.deepEqual(await kamer.bevindingen(), []);
  });
});
