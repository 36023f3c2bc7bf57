import assert from 'node:assert/strict';

import { type Client, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { openVenster } from '#test/support/chromium.ts';
import { CLIENT, EigenAanmelddienst } from '#test/support/eigen-aanmelddienst.ts';

import { bekijk, vensterVan } from './kijk.ts';

describe('every page around logging in can be used by everybody and fits every width', () => {
  describe('with a provider of somebody else', () => {
    let dienst: EigenAanmelddienst;
    let app: Client;
    before(async () => {
      dienst = await EigenAanmelddienst.open();
      app = await startApp({
        instellingen: {
          OIDC_ISSUER: dienst.issuer,
          OIDC_CLIENT_ID: CLIENT.id,
          OIDC_CLIENT_SECRET: CLIENT.secret,
          OIDC_ACR: 'sterk',
        },
      });
    });
    after(async () => {
      await app.stop();
      await dienst[Symbol.asyncDispose]();
    });
    beforeEach(() => {
      dienst.claims = { acr: 'sterk' };
      dienst.isWeg = false;
    });

    /** What is wrong with the page on which somebody who comes back from the provider ends. */
    const naTerugkomst = async (
      status: number,
      kop: string,
      anders: Record<string, string> = {},
    ): Promise<string[]> => {
      const bezoeker = new Bezoeker(app.url);
      const { naar } = await bezoeker.vraag('/inloggen');
      const venster = await vensterVan(bezoeker, app.url);
      try {
        const page = await venster.newPage();
        const fouten = await bekijk(page, dienst.terug(naar ?? '', anders), status);
        assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), kop);
        return fouten;
      } finally {
        await venster.close();
      }
    };

    it('when the account is not known here', async () => {
      dienst.claims = { acr: 'sterk', sub: 'iemand-anders' };
      assert.deepEqual(await naTerugkomst(403, 'U hebt nog geen toegang'), []);
    });

    it('when the login was not strong enough', async () => {
      dienst.claims = { acr: 'zwak' };
      assert.deepEqual(await naTerugkomst(403, 'Log in met een extra controle'), []);
    });

    it('when it took too long', async () => {
      assert.deepEqual(await naTerugkomst(400, 'Het inloggen duurde te lang', { state: 'verzonnen' }), []);
    });

    it('when the provider is away', async () => {
      const bezoeker = new Bezoeker(app.url);
      const terug = dienst.terug((await bezoeker.vraag('/inloggen')).naar ?? '');
      dienst.isWeg = true;
      const venster = await vensterVan(bezoeker, app.url);
      try {
        assert.deepEqual(await bekijk(await venster.newPage(), terug, 503), []);
      } finally {
        await venster.close();
      }
    });

    it('when one went back half-way, and when one is out', async () => {
      assert.deepEqual(await naTerugkomst(200, 'U bent niet ingelogd', { error: 'access_denied' }), []);
      const venster = await openVenster({ script: true });
      try {
        assert.deepEqual(await bekijk(await venster.newPage(), `${app.url}/uitgelogd`), []);
      } finally {
        await venster.close();
      }
    });
  });

  it('on the embedded default, where one chooses who to be, and leaves', async () => {
    const app = await startApp();
    const venster = await openVenster({ script: true });
    try {
      const page = await venster.newPage();
      assert.deepEqual(await bekijk(page, `${app.url}/inloggen`), []);
      assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Kies een proefgebruiker');
      await page.getByRole('button', { name: 'Log in als Anneke de Vries' }).click();
      await page.getByRole('button', { name: 'Uitloggen' }).click();
      assert.equal(await page.getByRole('button', { name: 'Log ook daar uit' }).count(), 1);
      assert.deepEqual(await toegankelijkheidsfouten(page), []);
      assert.deepEqual(app.fouten, []);
    } finally {
      await venster.close();
      await app.stop();
    }
  });
});
