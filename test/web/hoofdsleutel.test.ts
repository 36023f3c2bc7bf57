import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { wikkelOm } from '#activities/hoofdsleutel/omwikkelen.ts';
import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type KeyFile, keysOf, newKeyFile, withMasterKey } from '#platform/key-file.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { testDatabase } from '#test/support/database.ts';

const TEKST = { overWie: 'Bas kanarie, 24 jaar.' };

describe('a master key that is replaced', () => {
  let dir: string;
  let database: string;
  let app: Client | undefined;
  before(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-wissel-'));
    database = await testDatabase();
  });
  after(async () => {
    await app?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  /** The api, started anew with this file. */
  async function startMet(sleutels: KeyFile): Promise<Client> {
    await app?.stop();
    const bestand = path.join(dir, 'sleutels.json');
    await writeFile(bestand, JSON.stringify(sleutels), { mode: 0o600 });
    app = await startApp({ database, instellingen: { SLEUTELS_FILE: bestand, BIJLAGE_KEY: '' } });
    return app;
  }

  const gezondheid = async ({ url }: Client): Promise<unknown> => (await fetch(`${url}/health/ready`)).json();
  const waakhond = async ({ url }: Client, vraag: string): Promise<string> => {
    const beheer = new Bezoeker(url);
    await beheer.logIn('beheer');
    return (await beheer.vraag(`/beheer/waakhond${vraag}`)).tekst;
  };
  const zoekt = async (client: Client): Promise<string | undefined> => {
    await client.as('metgezel.noord').get('/signalen?tekst=Jansen');
    const [regel] = await rows(
      client.db(),
      sql`select bijzonderheden #>> '{vraag,tekst}' as vraag from logregel
           where bijzonderheden #>> '{vraag,tekst}' is not null order by nummer desc limit 1`,
      { vraag: text },
    );
    return regel?.vraag;
  };

  it('ends no session, breaks no fingerprint of the log, loses no draft, and opens all that was closed', async () => {
    const oud = newKeyFile('oud');
    const eerst = await startMet(oud);
    const { body } = await eerst.as('metgezel.noord').post('/signalen', nieuwSignaal());
    const pad = `/signalen/${body.nummer}`;
    assert.equal((await eerst.as('metgezel.noord').post(`${pad}/casusteksten`, TEKST)).status, 201);
    const melder = new Bezoeker(eerst.url);
    await melder.logIn('metgezel.noord');
    const [, sleutel = ''] = /name="sleutel" value="([^"]+)"/.exec((await melder.volg('/melden')).tekst) ?? [];
    await melder.stuur('/melden/concept', { sleutel, knelpunt: 'Een begin van iets.' });
    const vingerafdruk = await zoekt(eerst);
    assert.match(vingerafdruk ?? '', /^hmac:/);

    const beide = { ...withMasterKey(oud, 'nieuw'), nu: 'nieuw' };
    const dan = await startMet(beide);
    const weer = new Bezoeker(dan.url);
    for (const [naam, koekje] of melder.koekjes) weer.koekjes.set(naam, koekje);
    const bladzijde = await weer.vraag(`${pad}/over-wie`);
    assert.equal(bladzijde.status, 200, 'still logged in');
    assert.match(bladzijde.tekst, /Bas kanarie, 24 jaar\./);
    assert.match((await weer.vraag('/melden')).tekst, /Een begin van iets</);
    assert.equal(await zoekt(dan), vingerafdruk);

    const { oud: _, ...over } = beide.hoofdsleutels;
    const zonderOud = await startMet({ ...beide, hoofdsleutels: over });
    const dicht = await zonderOud.as('metgezel.noord').get(`${pad}/casusbijlage`);
    assert.deepEqual([dicht.status, dicht.body.code], [503, 'sleutel_ontbreekt']);
    assert.match(dicht.body.detail, /hoofdsleutel oud\. Er is niets kwijt: zet die sleutel terug/);
    assert.equal((await zonderOud.as('metgezel.noord').get(pad)).status, 200, 'the rest does not hang on it');

    assert.deepEqual(await gezondheid(zonderOud), { status: 'ok' });
    await zonderOud.bewaakSleutels();
    assert.deepEqual(await gezondheid(zonderOud), {
      status: 'ok',
      letOp: 'een hoofdsleutel ontbreekt; de waakhond zegt welke',
    });
    assert.match(
      await waakhond(zonderOud, ''),
      /Een hoofdsleutel ontbreekt, of een andere heeft zijn naam\..*Zet de sleutel terug in SLEUTELS_FILE.* Hoofdsleutel oud, van 1 signaal\./,
    );

    await wikkelOm(zonderOud.database, keysOf(beide).ring);
    assert.deepEqual(
      (await zonderOud.as('metgezel.noord').get(`${pad}/casusbijlage`)).body.teksten.map(
        ({ tekst }: { tekst: string }) => tekst,
      ),
      [TEKST.overWie],
    );
    await zonderOud.bewaakSleutels();
    assert.deepEqual(await gezondheid(zonderOud), { status: 'ok' });
    assert.match(await waakhond(zonderOud, '?opgelost=ja'), /Hoofdsleutel oud, van 1 signaal\./);
  });
});
