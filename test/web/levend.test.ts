import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

import { transformSync } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';

import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { toegankelijkheidsfouten } from '#test/support/axe.ts';
import { openVenster } from '#test/support/chromium.ts';

describe('a page in a browser that runs scripts', () => {
  let app: Client;
  let venster: BrowserContext;
  let pagina: Page;
  /** What the browser complains of, such as a script that the policy of content stops. */
  const klachten: string[] = [];
  const verstuurd: string[] = [];
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(async () => {
    venster = await openVenster({ script: true, breed: 390 });
    pagina = await venster.newPage();
    pagina.on('console', (regel) => {
      if (regel.type() === 'error' && !regel.text().startsWith('Failed to load resource')) klachten.push(regel.text());
    });
    pagina.on('request', (vraag) => {
      const { pathname } = new URL(vraag.url());
      if (vraag.method() === 'POST' && vraag.isNavigationRequest()) verstuurd.push(pathname);
    });
    await pagina.goto(`${app.url}/melden`);
    await pagina.getByRole('button', { name: 'Log in als Anneke de Vries' }).click();
    await pagina.getByRole('heading', { level: 1 }).waitFor();
    verstuurd.length = 0;
  });
  afterEach(async () => {
    await venster.close();
    assert.deepEqual(klachten.splice(0), []);
    assert.deepEqual(app.fouten, []);
  });

  const knelpunt = () => pagina.getByLabel('Wat loopt er vast?');
  const bekijk = () => pagina.getByRole('button', { name: 'Bekijk wat er gebeurt' });
  const vulIn = async () => {
    await knelpunt().fill('Niemand regelt de nachtzorg.');
    await pagina.getByLabel('Niet-aangeboren hersenletsel').check();
    await pagina.getByLabel('In welke gemeente woont het gezin?').fill('groningen');
    await pagina.getByLabel('Om welke organisatie gaat het?').fill('weet ik niet');
    await pagina.getByRole('group', { name: 'Weet het gezin' }).getByLabel('Ja').check();
    await pagina.getByLabel('Ik probeer het zelf').check();
    await bekijk().click();
  };
  const ingediend = async () => (await rows(app.db(), sql`select 1 from stroom`)).length;

  it('weighs no more than 3 KB of script, as production sends it', () => {
    const script = readFileSync(new URL('../../web/browser/levend.js', import.meta.url), 'utf8');
    const { code } = transformSync(script, { charset: 'utf8', minify: true });
    assert.ok(brotliCompressSync(code).length <= 3072);
  });

  it('sends a form once, however often it is pressed', async () => {
    await pagina.evaluate(`(() => {
      const formulier = document.querySelector('main form');
      for (let keer = 0; keer < 3; keer += 1) formulier.requestSubmit();
    })()`);
    await pagina.getByRole('heading', { name: /klopt|kloppen/ }).waitFor();
    assert.deepEqual(verstuurd, ['/melden']);
  });

  it('asks before what was typed is left behind, and not once it is sent', async () => {
    const vragen: string[] = [];
    pagina.on('dialog', (vraag) => {
      vragen.push(vraag.type());
      void vraag.dismiss();
    });
    await knelpunt().fill('Niemand regelt de nachtzorg.');
    const weg = pagina.waitForEvent('dialog');
    await pagina.getByRole('link', { name: 'Toch niet melden' }).click({ noWaitAfter: true });
    await weg;
    assert.deepEqual(vragen, ['beforeunload']);
    assert.equal(await knelpunt().inputValue(), 'Niemand regelt de nachtzorg.');
    await bekijk().click();
    await pagina.getByRole('heading', { name: /klopt|kloppen/ }).waitFor();
    assert.deepEqual(vragen, ['beforeunload']);
  });

  it('tells while one types what may say who somebody is', async () => {
    await knelpunt().pressSequentially('Mevrouw Bakker wacht al lang.');
    await pagina.getByText('Hier staat misschien een naam: “Bakker”').waitFor();
    assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
    await knelpunt().fill('De moeder wacht al lang.');
    await pagina.getByText('Hier staat misschien een naam').waitFor({ state: 'detached' });
  });

  it('proposes what it seems to be about while one types, and takes over what one says yes to', async () => {
    await knelpunt().fill('Hij staat al een jaar op de wachtlijst voor een woonplek.');
    const vraag = pagina.getByRole('group', { name: 'Wat voor knelpunt is het? Past dit?' });
    await vraag.getByLabel('Wachtlijst').check();
    assert.deepEqual(await toegankelijkheidsfouten(pagina), []);
    await knelpunt().pressSequentially(' En nu?');
    await bekijk().click();
    await pagina.getByText('Wilt u het al indelen?').waitFor();
    assert.equal(await pagina.locator('input[name="knelpunttypen"][value="WACHTLIJST"]').isChecked(), true);
  });

  it('keeps what was typed while there is no reception, and sends it once when there is', async () => {
    await vulIn();
    const eerst = await ingediend();
    const knop = pagina.getByRole('button', { name: 'Dien het signaal in' });
    await knop.waitFor();
    verstuurd.length = 0;
    await venster.setOffline(true);
    await knop.click();
    await knop.click();
    await pagina.getByText('U hebt nu geen bereik.').waitFor();
    assert.equal(await knelpunt().inputValue(), 'Niemand regelt de nachtzorg.');
    assert.deepEqual(verstuurd, []);
    await venster.setOffline(false);
    await pagina.getByText('Uw signaal is ingediend').waitFor();
    assert.deepEqual(verstuurd, ['/melden']);
    assert.equal(await ingediend(), eerst + 1);
  });

  it('keeps what is typed as a draft, which is found on another device and may be left behind', async () => {
    await knelpunt().fill('Niemand regelt het vervoer naar school.');
    await pagina.getByText('Uw concept is bewaard.').waitFor();
    await pagina.getByRole('link', { name: 'Toch niet melden' }).click();
    await pagina.getByRole('heading', { name: 'Mijn signalen' }).waitFor();
    const telefoon = await openVenster({ breed: 390 });
    try {
      const daar = await telefoon.newPage();
      await daar.goto(`${app.url}/melden`);
      await daar.getByRole('button', { name: 'Log in als Anneke de Vries' }).click();
      await daar.getByText('U hebt nog').click();
      await daar.getByRole('link', { name: 'Niemand regelt het vervoer naar school' }).click();
      assert.equal(await daar.getByLabel('Wat loopt er vast?').inputValue(), 'Niemand regelt het vervoer naar school.');
    } finally {
      await telefoon.close();
    }
  });

  it('narrows a long list while one types, and tells how much is left', async () => {
    await pagina.goto(`${app.url}/dev/bouwstenen`);
    const lijst = pagina.locator('select[data-filter]').first();
    const alle = await lijst.locator('option').count();
    const filter = pagina.getByRole('searchbox', { name: /^Zoek in: / }).first();
    const [, gezocht = ''] = await lijst.locator('option').allTextContents();
    await filter.fill(gezocht.toUpperCase());
    const over = await lijst.locator('option:not([hidden]):not([value=""])').allTextContents();
    assert.ok(over.includes(gezocht) && over.length < alle - 1, over.join());
    // What was chosen stays in the list, found or not.
    const gevonden = over.filter((tekst) => tekst.includes(gezocht)).length;
    await pagina.getByText(`${gevonden} gevonden`).waitFor();
    await filter.press('Enter');
    const [eerste] = over.filter((tekst) => tekst.includes(gezocht));
    assert.equal(
      await lijst.locator('option:checked').textContent(),
      eerste,
      'Enter takes the first, and sends nothing',
    );
    assert.equal(await pagina.locator('select[data-filter]:focus').count(), 1, 'and leads to the list');
    await filter.fill('');
    assert.equal(await lijst.locator('option:not([hidden])').count(), alle);
  });

  it('narrows the list on the page of an act without a fault for who cannot see or point well, apart from the list', async () => {
    const { body } = await app
      .as('metgezel.noord')
      .post('/signalen', nieuwSignaal({ knelpunt: 'Niemand regelt de dagbesteding.' }));
    await pagina.goto(`${app.url}/signalen/${body.nummer}/verzoek-doen`);
    const filter = pagina.getByRole('searchbox', { name: 'Zoek in: Aan welke organisatie?' });
    for (const gezocht of ['', 'zorg', 'ooievaarsnest']) {
      await filter.fill(gezocht);
      assert.deepEqual(await toegankelijkheidsfouten(pagina), [], gezocht);
    }
    await pagina.getByText('0 gevonden').waitFor();
    const [veld, lijst] = await Promise.all([
      filter.boundingBox(),
      pagina.locator('select[data-filter]').boundingBox(),
    ]);
    assert.ok(
      veld !== null && lijst !== null && veld.height >= 44 && lijst.height >= 44,
      'both are large enough to press',
    );
    assert.ok(lijst.y - veld.y - veld.height >= 8, 'and do not touch');
    assert.equal(await pagina.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
  });
});
