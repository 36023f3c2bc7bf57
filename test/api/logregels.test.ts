import assert from 'node:assert/strict';

import { verzegel } from '#activities/audit/verzegelen.ts';
import { createZegelmap } from '#activities/audit/zegelmap.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { readSigner } from '#platform/signing.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { knoeiIn } from '#test/support/zegelkamer.ts';

interface Regel {
  nr: number;
  verrichting: string;
  afloop: string;
  persoon: { id: string; naam: string } | null;
  signaal: string | null;
  gebeurtenissen: string[];
  getoond: string[];
}

describe('what an auditor reads of the log', () => {
  let app: Client;
  let nummer: string;
  const vandaag = datumVan(new Date().toISOString());

  before(async () => {
    app = await startApp();
    const hulp = nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' });
    nummer = (await app.as('metgezel.noord').post('/signalen', hulp)).body.nummer;
    await app.as('metgezel.noord').post('/signalen', nieuwSignaal({}));
    await app.as('coordinator.noord').get(`/signalen/${nummer}`);
    await app.as('coordinator.noord').get('/signalen');
    await app.as('metgezel.west').get(`/signalen/${nummer}`);
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const lees = async (vraag: string): Promise<Regel[]> => {
    const { status, body } = await app.as('auditor').get(`/logregels?${vraag}`);
    assert.equal(status, 200);
    return body.logregels;
  };
  const kort = (regels: readonly Regel[]) =>
    regels.map(({ verrichting, afloop, persoon }) => `${persoon?.id} ${verrichting} ${afloop}`);

  it('is who did, read and was refused what with a signaal, the newest first, with the names of people', async () => {
    const regels = await lees(`signaal=${nummer}`);
    assert.deepEqual(kort(regels), [
      'metgezel.west lezen geweigerd',
      'coordinator.noord lezen gelukt',
      'metgezel.noord daad gelukt',
    ]);
    assert.equal(regels[1]?.persoon?.naam, 'Hilde Postma');
    assert.ok(regels[2]?.gebeurtenissen.includes('ingediend'));
  });

  it('is narrowed to a person, a kind of thing and a period', async () => {
    assert.deepEqual(kort(await lees('persoon=coordinator.noord')), [
      'coordinator.noord lijst gelukt',
      'coordinator.noord lezen gelukt',
    ]);
    const [lijst] = await lees('persoon=coordinator.noord&verrichting=lijst');
    assert.ok(lijst?.getoond.includes(nummer));
    assert.equal((await lees(`signaal=${nummer}&vanDatum=${vandaag}&totEnMetDatum=${vandaag}`)).length, 3);
    assert.deepEqual(await lees(`signaal=${nummer}&vanDatum=${plusDagen(vandaag, 1)}`), []);
    assert.deepEqual(await lees(`signaal=${nummer}&totEnMetDatum=${plusDagen(vandaag, -1)}`), []);
  });

  it('comes in pages, with each line once, whatever is written meanwhile', async () => {
    const gezien: number[] = [];
    let cursor: number | null = null;
    do {
      const { body } = await app.as('auditor').get(`/logregels?limiet=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      gezien.push(...body.logregels.map(({ nr }: Regel) => nr));
      cursor = body.cursor;
    } while (cursor !== null);
    assert.deepEqual(
      gezien,
      gezien.toSorted((a, b) => b - a),
    );
    assert.equal(new Set(gezien).size, gezien.length);
  });

  it('has in it that the log was read, and by whom', async () => {
    await lees(`signaal=${nummer}`);
    const [regel] = await lees('persoon=auditor');
    assert.deepEqual([regel?.verrichting, regel?.afloop], ['anders', 'gelukt']);
  });

  it('is for auditors alone', async () => {
    for (const wie of ['landelijk', 'beheer', 'programmaleiding'])
      assert.equal((await app.as(wie).get('/logregels')).status, 403, wie);
  });

  it('can be checked on the spot, and says what is wrong when somebody changed it', async () => {
    const { config, database } = app;
    const ondertekenaar = await readSigner(sealKeysOf({ dataDir: app.dir, seals: { dir: '' } }).keyFile, 'X');
    await verzegel({ database, ondertekenaar, zegelmap: createZegelmap(config.seals.dir) });
    const controleer = () => app.as('auditor').post('/logregels/_controleer', { vanafDatum: vandaag });
    const goed = await controleer();
    assert.deepEqual([goed.status, goed.body.zegels, goed.body.bevindingen], [200, 1, []]);
    await knoeiIn(app.databaseUrl, 'update logregel set persoon = null where nr = 1');
    const { body } = await controleer();
    assert.deepEqual([body.bevindingen.length, body.bevindingen[0].soort], [1, 'regels_anders']);
    assert.match(body.bevindingen[0].doe, /^Verander niets\./);

    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('auditor');
    const pagina = await bezoeker.volg(`/logboek/controle?vanafDatum=${vandaag}`);
    assert.match(pagina.tekst, /Het logboek klopt niet/);
    const leeg = await bezoeker.volg(`/logboek/controle?vanafDatum=${plusDagen(vandaag, 1)}`);
    assert.match(leeg.tekst, /Het logboek klopt</);
    assert.match((await bezoeker.vraag('/logboek/controle?vanafDatum=onzin')).tekst, /Kies een dag die bestaat\./);
  });

  it('is left to the command when there is more than somebody waits for: also when that is seals alone', async () => {
    await knoeiIn(
      app.databaseUrl,
      `insert into logzegel select 1000 + n, date '2001-01-01', -n, 1, '', timestamptz '2001-01-01', '', '' from generate_series(1, 50001) n`,
    );
    const { status, body } = await app.as('auditor').post('/logregels/_controleer', { vanafDatum: '2000-12-31' });
    assert.equal(status, 409);
    assert.match(JSON.stringify(body), /Zo veel controleert u hier niet in één keer\. Kies een latere dag/);
    await knoeiIn(app.databaseUrl, `delete from logzegel where nummer > 1000`);
    assert.equal((await app.as('auditor').post('/logregels/_controleer', { vanafDatum: vandaag })).status, 200);
  });
});
