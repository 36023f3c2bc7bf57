import assert from 'node:assert/strict';

import type { BrowserContext, Page } from 'playwright-core';

import { rows, type Sql, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { openVenster } from '#test/support/chromium.ts';

// The test is the process that plays: what that would write in the row while it goes on, the test writes.

describe('the page of a past that is played again, with scripts', () => {
  let app: Client;
  let venster: BrowserContext;
  let page: Page;

  before(async () => {
    app = await startApp();
    for (let keer = 0; keer < 4; keer += 1) await app.as('metgezel.noord').post('/signalen', nieuwSignaal());
    venster = await openVenster({ script: true });
    page = await venster.newPage();
    await page.goto(`${app.url}/beheer/termijnen`);
    await page
      .getByRole('button', { name: 'Log in als', exact: false })
      .and(page.locator('[value="programmaleiding"]'))
      .click();
    await page.getByRole('button', { name: 'Reken na wat dit had gedaan' }).click();
    await klaar().waitFor();
    await rows(app.db(), sql`create table uitkomst as select verslag from naspeling`);
  });
  after(async () => {
    await venster.close();
    await app.stop();
  });

  beforeEach(async () => {
    // As it was when it began; whoever plays it gave a sign of life that lasts.
    await zet(
      sql`verslag = null, mislukt = false, gespeeld = 0, gevonden = null, gezien_op = clock_timestamp() + interval '1 hour'`,
    );
    await page.reload();
    await page.getByRole('heading', { name: 'Wij rekenen het na' }).waitFor();
    await page.evaluate('window.isZelfdePagina = true');
  });
  afterEach(() => assert.deepEqual(app.fouten, []));

  const klaar = () => page.getByRole('heading', { name: 'Wat dit had gedaan' });
  const zet = (wat: Sql) => rows(app.db(), sql`update naspeling set ${wat}`);
  const isZelfdePagina = () => page.evaluate('window.isZelfdePagina === true');
  /** What the bar shows: how many of how many. */
  const balk = () => page.evaluate("(({ value, max }) => value + ' / ' + max)(document.querySelector('progress'))");

  it('tells how far it is as it goes on, in words and in the bar, without loading anew', async () => {
    await page.getByText('Wij zoeken de signalen van deze dagen op.').waitFor();
    assert.equal(await balk(), '0 / 1');
    await zet(sql`gevonden = 4, gespeeld = 1`);
    await page.getByText('1 van de 4 signalen zijn nagerekend.').waitFor();
    assert.equal(await balk(), '1 / 4');
    await zet(sql`gespeeld = 3`);
    await page.getByText('3 van de 4 signalen zijn nagerekend.').waitFor();
    assert.equal(await balk(), '3 / 4');
    assert.ok(await isZelfdePagina());
  });

  it('shows what came of it once it is done', async () => {
    await zet(sql`gevonden = 4, gespeeld = 4, verslag = (select verslag from uitkomst)`);
    await klaar().waitFor();
    await page.getByText('Er is nog niets veranderd.').waitFor();
    assert.equal(await page.locator('[data-voortgang]').count(), 0, 'nothing is waited for any more');
  });

  it('says that it was broken off when whoever played it is gone', async () => {
    await zet(sql`gezien_op = clock_timestamp() - interval '1 minute'`);
    await page.getByText('Het narekenen is afgebroken. Er is niets veranderd. Begin opnieuw.').waitFor();
  });

  it('goes on by itself after a while without reception', async () => {
    const gemist = page.waitForEvent('requestfailed', (vraag) => vraag.url().endsWith('/stand'));
    await venster.setOffline(true);
    await gemist;
    await zet(sql`gevonden = 4, gespeeld = 2`);
    await venster.setOffline(false);
    await page.getByText('2 van de 4 signalen zijn nagerekend.').waitFor();
    assert.ok(await isZelfdePagina());
  });

  it('goes on by itself after an answer of which only half came', async () => {
    await page.route('**/stand', (vraag) => vraag.fulfill({ contentType: 'application/json', body: '{"zin":"1 van' }), {
      times: 1,
    });
    await page.waitForResponse((antwoord) => antwoord.url().endsWith('/stand'));
    await zet(sql`gevonden = 4, gespeeld = 2`);
    await page.getByText('2 van de 4 signalen zijn nagerekend.').waitFor();
    assert.ok(await isZelfdePagina());
  });

  it('is stopped by its button, and then asks no more', async () => {
    await page.getByRole('button', { name: 'Stop met narekenen' }).click();
    await page.getByText('Het narekenen is gestopt. Er is niets veranderd.').waitFor();
    assert.equal(await page.locator('[data-voortgang]').count(), 0);
  });
});
