import assert from 'node:assert/strict';

import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

describe('the page of the log', () => {
  let app: Client;
  let nummer: string;
  let auditor: Bezoeker;
  before(async () => {
    app = await startApp();
    nummer = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie' })))
      .body.nummer;
    await app.as('coordinator.noord').get(`/signalen/${nummer}`);
    auditor = new Bezoeker(app.url);
    await auditor.logIn('auditor');
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const woorden = async (adres: string): Promise<string> =>
    (await auditor.vraag(adres)).tekst.replaceAll(/<[^<>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  it('tells in words who did what, with which signaal and how it ended', async () => {
    const gelezen = await woorden(`/logboek?signaal=${nummer}`);
    assert.match(gelezen, /Hilde Postma Regiocoördinator Gelezen .* S-\d{4}-\d+ Gelukt/);
    assert.match(gelezen, /Iets gedaan met een signaal: ingediend/);
  });

  it('is the work of auditors: it is in their menu, and others are told whom they can ask', async () => {
    assert.match((await auditor.volg('/')).tekst, /href="\/logboek"/);
    const ander = new Bezoeker(app.url);
    await ander.logIn('landelijk');
    assert.doesNotMatch((await ander.volg('/')).tekst, /href="\/logboek"/);
    assert.equal((await ander.vraag('/logboek')).status, 403);
  });

  it('goes on to what was earlier, with the same question', async () => {
    for (let i = 0; i < 55; i += 1) await app.as('coordinator.noord').get(`/signalen/${nummer}`);
    const { tekst } = await auditor.volg(`/logboek?signaal=${nummer}&verrichting=lezen`);
    const [, eerder = ''] = /<a class="[^"]+" href="([^"]+)" rel="next">Eerder/.exec(tekst) ?? [];
    assert.match(eerder, new RegExp(`signaal=${nummer}&amp;verrichting=lezen&amp;cursor=\\d+`));
    const verder = await auditor.volg(eerder.replaceAll('&amp;', '&'));
    assert.match(verder.tekst, /Naar het nieuwste/);
    assert.doesNotMatch(verder.tekst, /rel="next"/);
  });

  it('says so when nobody can mean what was asked, and does not show all of it instead', async () => {
    const { status, tekst } = await auditor.vraag('/logboek?signaal=jansen');
    assert.equal(status, 400);
    assert.match(tekst, /Deze vraag is niet goed ingevuld/);
    assert.doesNotMatch(tekst, /Hilde Postma/);
    assert.match(await woorden('/logboek?persoon=niemand'), /Niets gevonden\./);
  });
});
