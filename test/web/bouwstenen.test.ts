import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import path from 'node:path';

import type { BrowserContext, Page } from 'playwright-core';

import { bekijk, zonderKleur } from '#test/paginas/kijk.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { openVenster } from '#test/support/chromium.ts';

/** What is around every page, and so around that one; what shows nothing by itself; and what others show. */
const ERBUITEN = 'formulierblad hoofd kader nieuws overslaan persoonsnaam telefoonnummer veldentabel voet'.split(' ');

describe('the page that shows every component', () => {
  let app: Client;
  let venster: BrowserContext;
  let pagina: Page;
  before(async () => {
    app = await startApp();
    venster = await openVenster({ script: true });
    pagina = await venster.newPage();
  });
  after(async () => {
    await venster.close();
    await app.stop();
  });

  it('has each by the name of its file', async () => {
    await pagina.goto(`${app.url}/dev/bouwstenen`);
    const getoond = await pagina.locator('.bouwsteen > h3').allTextContents();
    const bestanden = globSync('web/components/*.tsx').map((bestand) => path.basename(bestand, '.tsx'));
    assert.deepEqual([...getoond, ...ERBUITEN].toSorted(), bestanden.toSorted());
  });

  it('is accessible in each state at every width, also in the colours of the reader', async () => {
    assert.deepEqual(await bekijk(pagina, `${app.url}/dev/bouwstenen`), []);
    assert.deepEqual(await zonderKleur(pagina, `${app.url}/dev/bouwstenen`), []);
  });

  it('shows where the focus is as a browser does', async () => {
    await pagina.goto(`${app.url}/dev/bouwstenen`);
    const rand = (selector: string): Promise<string> =>
      pagina.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).outline`);
    await pagina.keyboard.press('Tab');
    assert.match(await rand(':focus-visible'), /3px/);
    assert.equal(await rand('.in-focus button'), await rand(':focus-visible'));
    assert.equal(await rand('.in-focus input'), await rand(':focus-visible'));
  });
});
