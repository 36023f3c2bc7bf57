import assert from 'node:assert/strict';

import { type Client, startApp, vraag } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

const TIJDEN = { van1: '07:00', tot1: '11:00' };

describe('a form that another website sends', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('does nothing, on any page: 403 as a page, whether somebody is logged in or not', async () => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('landelijk');
    for (const adres of [
      '/instellingen/werktijden',
      '/uitloggen',
      '/afmelden/x',
      '/verzoek/x/code',
      '/inloggen/proefgebruikers/x',
      '/bestaat-niet',
    ])
      for (const vandaan of ['cross-site', 'same-site', 'none', 'iets'] as const) {
        const antwoord = await bezoeker.stuur(adres, TIJDEN, { 'sec-fetch-site': vandaan });
        assert.deepEqual([adres, vandaan, antwoord.status], [adres, vandaan, 403]);
        assert.match(antwoord.tekst, /<h1>Dit formulier komt niet van ons<\/h1>/);
      }
    assert.equal((await bezoeker.vraag('/instellingen')).status, 200);
  });

  it('does nothing in an older browser either, which says only which site it was', async () => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('landelijk');
    const post = (origin: string) =>
      bezoeker.vraag('/instellingen/werktijden', {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams(TIJDEN),
      });
    assert.equal((await post('https://elders.example')).status, 403);
    assert.equal((await post(app.url)).status, 303);
    assert.equal((await post('null')).status, 303);
  });

  it('may lead here: a link is followed, wherever it stood', async () => {
    const { status } = await vraag(`${app.url}/`, { headers: { 'sec-fetch-site': 'cross-site' } });
    assert.equal(status, 200);
  });

  it('cannot send a session along: its cookie stays home, and nobody else reads it', async () => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('landelijk');
    for (const naam of ['sessie', 'inloggen'])
      assert.match(bezoeker.koekjes.get(naam)?.kenmerken ?? '', /Path=\/; HttpOnly; SameSite=Lax/);
  });
});
