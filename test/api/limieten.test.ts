import assert from 'node:assert/strict';

import { type Client, startApp, vraag } from '#test/support/app.ts';

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
    assert.equal((await app.as('metgezel.west').get('/signalen')).status, 200);
  });

  it('hold for an address from which nobody says who she is', async () => {
    const keren = [];
    for (let i = 0; i < 4; i += 1) keren.push((await vraag(`${app.url}/api/v1/signalen`)).status);
    assert.deepEqual(keren, [401, 401, 401, 429]);
  });
});
