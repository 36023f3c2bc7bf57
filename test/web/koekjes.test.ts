import assert from 'node:assert/strict';

import { startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { CLIENT, EigenAanmelddienst } from '#test/support/eigen-aanmelddienst.ts';

describe('the cookies of a login', () => {
  it('are for this host alone and over https alone, where people reach us so', async () => {
    await using dienst = await EigenAanmelddienst.open();
    const app = await startApp({
      instellingen: {
        PUBLIC_URL: 'https://signaalpunt.example',
        OIDC_ISSUER: dienst.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
      },
    });
    try {
      const bezoeker = new Bezoeker(app.url);
      const { pathname, search } = new URL(dienst.terug((await bezoeker.vraag('/inloggen')).naar ?? ''));
      await bezoeker.vraag(`${pathname}${search}`);
      for (const naam of ['__Host-inloggen', '__Host-sessie'])
        assert.equal(bezoeker.koekjes.get(naam)?.kenmerken, 'Path=/; HttpOnly; Secure; SameSite=Lax', naam);
      assert.equal((await bezoeker.vraag('/instellingen')).status, 200);
      // The plain name, which another host of the same domain could set, is not read.
      const waarde = bezoeker.koekjes.get('__Host-sessie')?.waarde ?? '';
      bezoeker.koekjes.delete('__Host-sessie');
      bezoeker.koekjes.set('sessie', { waarde, pad: '/', kenmerken: '' });
      assert.equal((await bezoeker.vraag('/instellingen')).status, 303);
    } finally {
      await app.stop();
    }
  });
});
