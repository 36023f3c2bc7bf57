import assert from 'node:assert/strict';

import type { BrowserContext, Page } from 'playwright-core';

import { type Client, startApp } from '#test/support/app.ts';
import { openVenster } from '#test/support/chromium.ts';

describe('what a wish leads to, on the page on which one files', () => {
  let app: Client;
  let venster: BrowserContext;
  let pagina: Page;
  before(async () => {
    app = await startApp();
    venster = await openVenster({ script: false });
    pagina = await venster.newPage();
    await pagina.goto(`${app.url}/inloggen`);
    await pagina.click('button[name=gebruiker][value="metgezel.noord"]');
  });
  after(async () => {
    await venster.close();
    await app.stop();
  });

  it('is told for the haste that was chosen, also without a script', async () => {
    await pagina.goto(`${app.url}/melden`);
    await pagina.locator('summary', { hasText: 'Heeft het haast?' }).click();
    const begin = async (): Promise<string[]> =>
      (await pagina.locator('input[name=wens][value=hulp] + label .bij-keuze:visible').allTextContents()).map(
        (zin) => zin.split(':')[0] ?? '',
      );
    assert.deepEqual(await begin(), ['Zonder haast']);
    for (const [urgentie, woorden] of [
      ['spoed', 'Bij spoed'],
      ['hoog', 'Bij hoge urgentie'],
      ['normaal', 'Zonder haast'],
    ] as const) {
      await pagina.locator(`input[name=urgentie][value=${urgentie}]`).check();
      assert.deepEqual(await begin(), [woorden]);
    }
  });
});
