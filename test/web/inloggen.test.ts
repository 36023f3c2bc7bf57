import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';

describe('logging in', () => {
  let app: Client;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  it('offers every active demo user with role, region and rights, and one click is enough', async () => {
    const bezoeker = new Bezoeker(app.url);
    const keuze = await bezoeker.volg('/inloggen');
    assert.match(keuze.tekst, /<h1>Kies een proefgebruiker<\/h1>/);
    assert.equal(keuze.tekst.match(/name="gebruiker"/g)?.length, 13);
    assert.match(
      keuze.tekst,
      /<h2[^>]*>Regiocoördinator<\/h2><p>Ziet de signalen van de eigen regio\.[^<]*<\/p>.*<h3>Hilde Postma<\/h3><p>Regiocoördinator, Noord<\/p>/,
    );
    const thuis = await bezoeker.stuur(new URL(keuze.url).pathname, { gebruiker: 'coordinator.noord' });
    assert.deepEqual([thuis.status, new URL(thuis.url).pathname], [200, '/vandaag'], 'the day begins there');
    assert.match(thuis.tekst, /<h1>Vandaag<\/h1>/);
    const ander = new Bezoeker(app.url);
    const { pathname } = new URL((await ander.volg('/inloggen')).url);
    const begin = await ander.stuur(pathname, { gebruiker: 'metgezel.noord' });
    assert.equal(new URL(begin.url).pathname, '/', 'of who has no such page with what waits for them');
    assert.match(begin.tekst, /<h1>Dag Anneke de Vries<\/h1>/);
    assert.doesNotMatch(begin.tekst.split('<main')[1] ?? '', /href="\/wat-werkt"/, 'and not with the menu once more');
  });

  it('leaves nothing of what was seen with the browser of who logs out', async () => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('metgezel.noord');
    const { headers } = await bezoeker.vraag('/uitloggen', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    assert.equal(headers.get('clear-site-data'), '"cache", "storage"');
  });

  it('shows name and role on top of the page, with the way out; out is out, here and at the provider', async () => {
    const bezoeker = new Bezoeker(app.url);
    const thuis = await bezoeker.logIn('metgezel.noord');
    assert.match(
      thuis.tekst,
      /<header[^]*action="\/uitloggen"[^]*Anneke de Vries[^]*Metgezel[^]*Uitloggen[^]*<\/header>/,
    );
    const vraag = await bezoeker.stuur('/uitloggen', {});
    assert.match(vraag.tekst, /<h1>U bent uitgelogd bij Signaalpunt<\/h1>/);
    assert.match((await bezoeker.volg('/')).tekst, /Wat vastloopt, komt hier weer los/);
    const [, adres = ''] = /<form action="([^"]+)" method="post">/.exec(vraag.tekst) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(vraag.tekst) ?? [];
    const uit = await bezoeker.stuur(adres, { xsrf, logout: 'yes' });
    assert.equal(new URL(uit.url).pathname, '/uitgelogd');
    assert.match((await bezoeker.volg('/inloggen')).tekst, /Kies een proefgebruiker/);
  });

  it('keeps a hash of the id of a session, and nowhere the id', async () => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('landelijk');
    const [id = ''] = /[\w-]{43}/.exec(bezoeker.koekjes.get('sessie')?.waarde ?? '') ?? [];
    const gevonden = await rows(app.db(), sql`select s::text as rij from sessie s`);
    assert.equal(id.length, 43);
    assert.ok(gevonden.length > 0);
    assert.ok(!JSON.stringify(gevonden).includes(id));
  });
});
