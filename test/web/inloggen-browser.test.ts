import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
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

  it('sends whoever is not logged in to do so first, and back to the page that was asked', async () => {
    const venster = await openVenster({ breed: 390 });
    try {
      const pagina = await venster.newPage();
      await pagina.goto(`${app.url}/signalen/S-2027-0001?van=mail`);
      await pagina.getByRole('button', { name: 'Log in als Hilde Postma' }).click();
      assert.equal(pagina.url(), `${app.url}/signalen/S-2027-0001?van=mail`);
    } finally {
      await venster.close();
    }
  });

  it('brings back what was typed when the session ran out, with the sentence that nothing was sent', async () => {
    const venster = await openVenster();
    try {
      const pagina = await venster.newPage();
      await pagina.goto(`${app.url}/instellingen/werktijden`);
      await pagina.getByRole('button', { name: 'Log in als Esther Koster' }).click();
      const dinsdag = pagina.getByRole('group', { name: 'dinsdag' });
      await dinsdag.getByLabel('Van').fill('10:45');
      await rows(app.db(), sql`update sessie set gebruikt_op = clock_timestamp() - interval '2 hours'`);
      await pagina.getByRole('button', { name: 'Bewaar mijn werktijden' }).click();
      assert.equal(await pagina.getByRole('heading', { name: 'Er is nog niets verstuurd' }).count(), 1);
      assert.equal(await dinsdag.getByLabel('Van').inputValue(), '10:45');
      await pagina.getByRole('button', { name: 'Bewaar mijn werktijden' }).click();
      assert.equal(await pagina.getByText('Uw werktijden zijn bewaard.').count(), 1);
      assert.equal(await dinsdag.getByLabel('Van').inputValue(), '10:45');
    } finally {
      await venster.close();
    }
  });

  it('ends in another browser at once when that is asked here', async () => {
    const [hier, daar] = [await openVenster(), await openVenster()];
    try {
      const paginas = [await hier.newPage(), await daar.newPage()] as const;
      for (const pagina of paginas) {
        await pagina.goto(`${app.url}/instellingen/sessies`);
        await pagina.getByRole('button', { name: 'Log in als Petra Smit' }).click();
      }
      await paginas[0].reload();
      await paginas[0].getByRole('button', { name: /^Log uit: Chrome op / }).click();
      assert.equal(await paginas[0].getByText('Hier kijkt u nu').count(), 1);
      assert.equal(await paginas[0].getByRole('button', { name: /^Log uit: / }).count(), 0);
      await daar.clearCookies({ name: '_session' });
      await paginas[1].reload();
      assert.equal(await paginas[1].getByRole('heading', { level: 1 }).textContent(), 'Kies een proefgebruiker');
    } finally {
      await hier.close();
      await daar.close();
    }
  });

  it('tells who chose not to log in that nothing happened, and offers another try', async () => {
    const venster = await openVenster();
    try {
      const pagina = await venster.newPage();
      await pagina.goto(`${app.url}/inloggen`);
      await pagina.getByRole('button', { name: 'Niet inloggen' }).click();
      assert.equal(await pagina.getByRole('heading', { level: 1 }).textContent(), 'U bent niet ingelogd');
      await pagina.getByRole('link', { name: 'Log opnieuw in' }).click();
      await pagina.getByRole('button', { name: 'Log in als Wim Verhoeven' }).click();
      assert.equal(await pagina.getByRole('heading', { level: 1 }).textContent(), 'Vandaag');
    } finally {
      await venster.close();
    }
  });
});
