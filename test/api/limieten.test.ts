import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { type Client, startApp, vraag } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

describe('the limits of the API', () => {
  let app: Client;
  before(async () => (app = await startApp({ perMinuut: 3 })));
  after(() => app.stop());

  it('are told with each answer, and 429 with when to come back; nobody else pays for it', async () => {
    const eerste = await app.as('metgezel.noord').get('/signalen');
    assert.equal(eerste.status, 200);
    assert.equal(eerste.headers.get('ratelimit-policy'), '"persoon";q=3;w=60');
    assert.match(eerste.headers.get('ratelimit') ?? '', /^"persoon";r=2;t=\d+$/);
    await app.as('metgezel.noord').get('/signalen');
    await app.as('metgezel.noord').get('/signalen');
    const vierde = await app.as('metgezel.noord').get('/signalen');
    assert.deepEqual([vierde.status, vierde.body.code], [429, 'te_vaak']);
    assert.match(vierde.headers.get('retry-after') ?? '', /^[1-9]\d?$/);
    assert.match(vierde.headers.get('ratelimit') ?? '', /;r=0;/);
    for (const keer of [5, 6]) assert.equal((await app.as('metgezel.noord').get('/signalen')).status, 429, `${keer}`);
    assert.equal((await app.as('metgezel.west').get('/signalen')).status, 200);
  });

  it('hold for who has a token and no account any more', async () => {
    const wie = app.as('coordinator.zuid');
    assert.equal((await wie.get('/ik')).status, 200);
    await rows(app.db(), sql`update gebruiker set actief_tot = '2020-01-01' where id = 'coordinator.zuid'`);
    const keren = [];
    for (let i = 0; i < 3; i += 1) keren.push((await wie.get('/ik')).status);
    assert.deepEqual(keren, [403, 403, 429]);
  });

  it('hold for an address from which nobody logs in', async () => {
    const keren = [];
    for (let i = 0; i < 4; i += 1) keren.push((await vraag(`${app.url}/api/v1/signalen`)).status);
    assert.deepEqual(keren, [401, 401, 401, 429]);
  });

  it('hold for the address that a trusted proxy names, and never for one that a stranger makes up', async () => {
    const keren = async (instellingen: Record<string, string>) => {
      const achter = await startApp({ perMinuut: 3, instellingen });
      const statussen = [];
      for (let i = 0; i < 5; i += 1)
        statussen.push(
          (await vraag(`${achter.url}/api/v1/signalen`, { headers: { 'x-forwarded-for': `192.0.2.${i}` } })).status,
        );
      await achter.stop();
      return statussen;
    };
    assert.deepEqual(await keren({ TRUSTED_PROXIES: '127.0.0.1' }), [401, 401, 401, 401, 401]);
    assert.deepEqual(await keren({ TRUSTED_PROXIES: '10.0.0.2' }), [401, 401, 401, 429, 429]);
  });

  describe('of the pages', () => {
    let pagina: Client;
    before(async () => (pagina = await startApp({ perMinuut: 12 })));
    after(() => pagina.stop());

    it('hold for a person, wherever logged in: 429 with what was typed, to send once more', async () => {
      const bezoeker = new Bezoeker(pagina.url);
      await bezoeker.logIn('metgezel.noord');
      const adres = '/instellingen/werktijden';
      let antwoord = await bezoeker.vraag(adres);
      assert.match(antwoord.headers.get('ratelimit-policy') ?? '', /^"persoon";q=12;w=60$/);
      while (antwoord.status === 200) antwoord = await bezoeker.vraag(adres);
      assert.equal(antwoord.status, 429);
      assert.match(antwoord.headers.get('retry-after') ?? '', /^[1-9]\d?$/);
      assert.match(antwoord.tekst, /Probeer het over \d+ seconden opnieuw/);
      const getypt = await bezoeker.stuur(adres, { toelichting: 'Wat ik had getypt' });
      assert.equal(getypt.status, 429);
      assert.match(getypt.tekst, /Wat ik had getypt/);
      assert.equal((await vraag(`${pagina.url}/health/ready`)).status, 200);
    });

    it('hold for a link, and leave another link alone until its address has had enough', async () => {
      const [een, ander] = ['a', 'b'].map((letter) => `${pagina.url}/verzoek/${letter.repeat(43)}`);
      const vers = await startApp({ perMinuut: 4 });
      const pad = (adres = ''): string => adres.replace(pagina.url, vers.url);
      const keren = [];
      for (let i = 0; i < 5; i += 1) keren.push((await vraag(pad(een))).status);
      assert.deepEqual(keren, [404, 404, 404, 404, 429]);
      assert.equal((await vraag(pad(ander))).status, 429);
      await vers.stop();
    });
  });
});
