import assert from 'node:assert/strict';

import { type Client, startApp } from '#test/support/app.ts';
import { openVenster } from '#test/support/chromium.ts';

describe('logging in with a browser, without JavaScript', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  it('takes two clicks from the start page, and three to be out again everywhere', async () => {
    const venster = await openVenster();
    try {
      const pagina = await venster.newPage();
      await pagina.goto(app.url);
      await pagina.getByRole('link', { name: 'Inloggen' }).click();
      await pagina.getByRole('button', { name: 'Log in als Anneke de Vries' }).click();
      assert.equal(await pagina.getByRole('heading', { level: 1 }).textContent(), 'Dag Anneke de Vries');
      assert.equal(new URL(pagina.url()).pathname, '/');
      await pagina.getByRole('button', { name: 'Uitloggen' }).click();
      await pagina.getByRole('button', { name: 'Log ook daar uit' }).click();
      assert.equal(await pagina.getByRole('heading', { level: 1 }).textContent(), 'U bent uitgelogd');
      await pagina.goBack();
      await pagina.goto(app.url);
      assert.equal(await pagina.getByRole('link', { name: 'Inloggen' }).count(), 1);
    } finally {
      await venster.close();
    }
  });
});
