import assert from 'node:assert/strict';

import type { BrowserContext, Page } from 'playwright-core';

import { startZoeking } from '#activities/detectie/vragen.ts';
import { boolean, number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';

import { nieuwSignaal } from '../support/app.ts';
import { openVenster } from '../support/chromium.ts';
import { Reiswereld } from '../support/reiswereld.ts';
import { tot } from '../support/worker.ts';

/** Who files where: five reporters in three regions, about one organisatie. */
const MELDERS = [
  ['metgezel.noord', 'GM0014'],
  ['metgezel.noord2', 'GM0014'],
  ['metgezel.west', 'GM0599'],
  ['metgezel.west2', 'GM0599'],
  ['oco.midden', 'GM0344'],
] as const;
const ANTWOORD = 'Het CIZ neemt vanaf nu binnen zes weken een besluit.';

/** Each finds it alone in its own region; nobody sees five of them. */
describe('a journey from five signalen to one answer, in Chromium', () => {
  let reis: Reiswereld;
  const vensters: BrowserContext[] = [];
  before(async () => {
    reis = await Reiswereld.open(new Date().toISOString());
    for (const naam of ['metgezel.noord', 'metgezel.west'])
      await rows(
        reis.app.db(),
        sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, thuisregio, organisatie, actief_van, actief_tot)
            select id || '2', naam || ' (twee)', 'twee.' || email, telefoon, rollen, regios, thuisregio, organisatie, actief_van, actief_tot
              from gebruiker where id = ${naam}`,
      );
  });
  after(async () => {
    for (const venster of vensters) await venster.close();
    await reis.sluit();
  });

  const alsIn = async (wie: string): Promise<Page> => {
    const venster = await openVenster({ script: true, breed: 1280 });
    vensters.push(venster);
    const pagina = await venster.newPage();
    await pagina.goto(`${reis.app.url}/inloggen`);
    await pagina.locator(`button[name="gebruiker"][value="${wie}"]`).click();
    return pagina;
  };
  const kopVan = (pagina: Page): Promise<string> => pagina.locator('h1').innerText();

  it('five signalen, a night, a voorstel, a patroon, an answer that all five have, and one for whom it does not help', async () => {
    const { app, werkplaats } = reis;
    const nummers: string[] = [];
    for (const [wie, gemeente] of MELDERS) {
      const { status, body } = await app
        .as(wie)
        .post('/signalen', nieuwSignaal({ gemeente, organisatie: 'CIZ', wens: 'melden' }));
      assert.equal(status, 201, JSON.stringify(body));
      nummers.push(body.nummer);
    }

    const landelijk = await alsIn('landelijk');
    await landelijk.goto(`${app.url}/patronen/voorstellen`);
    await landelijk.getByRole('link', { name: 'Zoek nu' }).click();
    await landelijk.getByRole('button', { name: 'Zoek nu' }).click();
    await landelijk.getByText('Signaalpunt zoekt nu.').waitFor();
    await startZoeking(werkplaats.database, werkplaats.client);
    await tot(async () => {
      const [zoeking] = await rows(app.db(), sql`select klaar_op is not null as klaar from patroonzoeking`, {
        klaar: boolean,
      });
      return zoeking?.klaar === true;
    });

    await landelijk.goto(`${app.url}/patronen/voorstellen`);
    assert.match(
      await landelijk.locator('main').innerText(),
      /Laatst gezocht op .*, gevraagd door Esther Koster\. Dat leverde/,
    );
    await landelijk.getByRole('link', { name: /CIZ.*, in heel Nederland$/ }).click();
    assert.match(await landelijk.locator('main').innerText(), /In 90 dagen kwamen 5 signalen binnen over “.*CIZ/);
    for (const nummer of nummers) await landelijk.getByText(nummer).waitFor();

    await landelijk.getByRole('link', { name: 'Ja, open een patroon' }).click();
    await landelijk.getByLabel('Waar gaat het over?').fill('Het CIZ beslist te laat');
    await landelijk
      .getByLabel('Wat loopt er bij meer gezinnen vast, en waardoor?')
      .fill('Besluiten komen maanden later.');
    await landelijk.getByLabel('Waarom is dit een patroon?').fill('In drie regio’s hetzelfde.');
    await landelijk.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    await landelijk.getByText('5 signalen horen er dan bij.').waitFor();
    await landelijk.getByRole('button', { name: 'Open het patroon' }).click();
    await landelijk.getByText('Signalen (5)').waitFor();
    assert.equal(await kopVan(landelijk), 'Het CIZ beslist te laat');
    const patroon = new URL(landelijk.url()).pathname;

    await landelijk.goto(`${app.url}${patroon}/antwoord-schrijven`);
    await landelijk.getByLabel('Wat is het antwoord aan alle melders?').fill(ANTWOORD);
    await landelijk.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
    await landelijk.getByRole('button', { name: 'Bewaar het antwoord' }).click();
    await landelijk.goto(`${app.url}${patroon}/antwoord-versturen`);
    await landelijk.getByText('De melders van 5 signalen krijgen het antwoord, met een mail in werktijd.').waitFor();
    await landelijk.getByRole('button', { name: 'Stuur het antwoord' }).click();
    await landelijk.getByText('Het antwoord gaat nu naar de melders.', { exact: true }).waitFor();
    await werkplaats.wekken.wekAlles();
    await tot(async () => (await gegeven(nummers)) === 5);

    for (const [i, [wie]] of MELDERS.entries()) {
      const melder = await alsIn(wie);
      await melder.goto(`${app.url}/signalen/${nummers[i]}`);
      await melder.getByText(ANTWOORD).first().waitFor();
      if (i > 0) continue;
      await melder.goto(`${app.url}/signalen/${nummers[i]}/ervaring-melden`);
      await melder.getByLabel('Het helpt niet').check();
      await melder.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
      await melder.getByRole('button', { name: 'Vertel het' }).click();
      await melder.getByText('Dank u wel. Omdat het niet helpt, is het signaal weer open.').waitFor();
    }
    await landelijk.goto(`${app.url}${patroon}`);
    const cijfers = await landelijk.locator('.kerncijfers').first().innerText();
    assert.match(cijfers, /Signalen met het antwoord\s+5 van 5[^]*Zeggen dat het helpt\s+0 van 1[^]*Weer open\s+1\s/);
    assert.deepEqual(app.fouten, []);
  });

  async function gegeven(nummers: readonly string[]): Promise<number> {
    const keren = await rows(
      reis.app.db(),
      sql`select s.nummer, count(*)::int as keer from gebeurtenis g join signaal s on s.id = g.stroom
           where g.soort = 'patroonantwoord_gegeven' and s.nummer = any(${nummers}::text[]) group by 1`,
      { nummer: text, keer: number },
    );
    for (const { nummer, keer } of keren) assert.equal(keer, 1, nummer);
    return keren.length;
  }
});
