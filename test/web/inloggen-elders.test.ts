import assert from 'node:assert/strict';

import { Events, OAuth2Server } from 'oauth2-mock-server';

import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

/** An implementation that has nothing in common with the embedded one. */
describe('logging in with the OpenID provider of somebody else', () => {
  const dienst = new OAuth2Server();
  let app: Client;
  before(async () => {
    await dienst.issuer.keys.generate('RS256');
    await dienst.start(0, '127.0.0.1');
    dienst.service.on(Events.BeforeTokenSigning, (token: { payload: Record<string, unknown> }) => {
      token.payload['sub'] = 'coordinator.noord';
    });
    app = await startApp({
      instellingen: {
        OIDC_ISSUER: dienst.issuer.url ?? '',
        OIDC_CLIENT_ID: 'signaalpunt',
        OIDC_CLIENT_SECRET: 'een geheim van deze proef',
        HELPDESK: 'Petra Smit, 06 1234 5631',
      },
    });
  });
  after(async () => {
    await app.stop();
    await dienst.stop();
  });

  it('leads there and back, to the page that was asked for, and out again by way of the provider', async () => {
    const bezoeker = new Bezoeker(app.url);
    const pagina = await bezoeker.volg('/instellingen/sessies');
    assert.deepEqual([pagina.status, new URL(pagina.url).pathname], [200, '/instellingen/sessies']);
    assert.match(pagina.tekst, /Hilde Postma/);
    const uit = await bezoeker.vraag('/uitloggen', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
    assert.equal(uit.status, 303);
    assert.ok(uit.naar?.startsWith(`${dienst.issuer.url}/endsession?`), uit.naar ?? '');
    const terug = await bezoeker.volg(uit.naar ?? '');
    assert.equal(terug.url, `${app.url}/uitgelogd`);
    assert.deepEqual(app.fouten, []);
  });
});
